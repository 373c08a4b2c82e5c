package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Listing;

/**
 * How far the choice among those who applied has come.
 *
 * @param state of what they applied for; blank where there is nothing yet
 * @param applications where each of them stands
 */
record Choice(String state, List<String> applications) {

  private static final Set<String> GOES_ON = Set.of("", "DRAFT", "POSTED", "CLOSED");

  /**
   * @param hr who decides, and reads all of it
   */
  static Choice readBy(Api hr) {
    return new Choice(
        states(hr, "/v1/opportunities?").stream().findFirst().orElse(""),
        states(hr, "/v1/opportunity-applications?"));
  }

  private static List<String> states(Api who, String list) {
    return Listing.all(who, list).stream().map(each -> each.path("state").asText()).toList();
  }

  /** Nothing comes any more: an offer that nobody answered in time has ended it as well. */
  boolean isOver() {
    return !GOES_ON.contains(state)
        && !(state.equals("DECIDED") && applications.contains("OFFERED"));
  }

  /** Whether the reader has still to take this step on what they see. */
  static boolean leaves(JsonNode seen, String operation) {
    return StreamSupport.stream(seen.path("actions").spliterator(), false)
        .anyMatch(action -> action.asText().equals(operation));
  }
}
