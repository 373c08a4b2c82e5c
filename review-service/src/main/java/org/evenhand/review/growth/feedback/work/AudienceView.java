package org.evenhand.review.growth.feedback.work;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.feedback.Addressee;
import org.evenhand.review.growth.feedback.request.FeedbackRequest;
import org.evenhand.review.growth.feedback.work.Addressing.Addressed;
import org.jspecify.annotations.Nullable;

/**
 * Who would read what one is about to write, until a recipient opens it to more. All of them see
 * who wrote it.
 *
 * @param readers beside the recipients
 * @param opensAt from when on the recipient reads it at the latest; absent from the beginning
 */
@Schema(
    name = "FeedbackAudience",
    example =
        """
        {"recipients": [
           {"id": "019a8c1e-6f00-7000-8000-000000000021", "name": "Aafke Zandstra"}],
         "readers": [{"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Ruben Overdijk"}],
         "everybody": false}
        """)
record AudienceView(
    List<PersonRef> recipients,
    List<PersonRef> readers,
    boolean everybody,
    @Nullable Instant opensAt) {

  static AudienceView of(Addressed addressed, Names names) {
    FeedbackRequest request = addressed.request();
    return new AudienceView(
        addressed.recipients().stream().map(one -> names.of(one.employeeId())).toList(),
        readers(addressed).map(names::of).toList(),
        addressed.recipients().stream().allMatch(Addressee::everybody),
        request == null ? null : request.opensAt().orElse(null));
  }

  static List<UUID> people(Addressed addressed) {
    return Stream.concat(
            addressed.recipients().stream().map(Addressee::employeeId), readers(addressed))
        .toList();
  }

  private static Stream<UUID> readers(Addressed addressed) {
    return addressed.recipients().stream()
        .map(Addressee::readers)
        .flatMap(Collection::stream)
        .distinct();
  }
}
