package org.evenhand.policy.charter.reading;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.CharterLifecycle;
import org.evenhand.policy.charter.CharterStep;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.signing.Signer;

/** What a reader may do to a charter now. */
final class CharterActions {

  private CharterActions() {}

  static List<String> of(Charter charter, Actor reader) {
    if (reader.employeeId() == null) {
      return List.of();
    }
    List<String> open = CharterLifecycle.OF_CHARTERS.operations(charter.state());
    return Stream.of(CharterStep.values())
        .filter(step -> open.contains(step.operation()))
        .filter(step -> step == CharterStep.SIGNATURE ? maySign(charter, reader) : reader.hr())
        .map(CharterStep::operation)
        .toList();
  }

  private static boolean maySign(Charter charter, Actor reader) {
    var signer = new Signer(reader.person(), reader.hr(), reader.manager());
    return charter
        .round()
        .filter(round -> round.admits(signer) && !round.answeredBy(signer.id()))
        .isPresent();
  }
}
