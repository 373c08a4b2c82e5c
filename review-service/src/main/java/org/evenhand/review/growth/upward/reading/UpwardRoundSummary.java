package org.evenhand.review.growth.upward.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.PersonRef;
import org.evenhand.review.growth.upward.UpwardState;
import org.evenhand.review.growth.upward.access.UpwardRelation;

/**
 * A round in a list.
 *
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(name = "UpwardRoundSummary")
public record UpwardRoundSummary(
    UUID id,
    UpwardState state,
    PersonRef manager,
    LocalDate openedOn,
    LocalDate closesOn,
    int asked,
    int least,
    List<UpwardRelation> relations,
    List<String> actions) {}
