package org.evenhand.review.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.appeal.Vote.Choice;
import org.evenhand.review.appeal.Vote.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PanelTest {

  private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");

  private final List<UUID> members =
      List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
  private final Panel convened =
      Panel.of(members.stream().map(member -> Seat.of(member, "Utrecht")).toList());

  @Test
  void nothingIsRevealedBeforeTheLastHasScored() {
    Panel two = scored(scored(convened, 0), 1);

    assertFalse(two.revealed());
    assertTrue(scored(two, 2).revealed());
  }

  @Test
  void whatTwoAgreeOnIsDecidedOnceAllHaveVoted() {
    Panel two = voted(voted(convened, 0, Choice.CHANGE, 4), 1, Choice.CHANGE, 4);
    assertEquals(Optional.empty(), two.verdict());

    Panel three = voted(two, 2, Choice.CONFIRM, null);
    assertEquals(Optional.of(new Verdict(Choice.CHANGE, 4)), three.verdict());
    assertEquals(3, three.votesNow().size(), "dissent is kept");
  }

  @Test
  void twoWhoWantDifferentLevelsDoNotAgreeAndMayVoteAnew() {
    Panel split =
        voted(
            voted(voted(convened, 0, Choice.CHANGE, 4), 1, Choice.CHANGE, 5),
            2,
            Choice.CONFIRM,
            null);
    assertTrue(split.split());

    Panel anew = voted(split, 1, Choice.CHANGE, 4);
    assertFalse(anew.split());
    assertEquals(Optional.of(new Verdict(Choice.CHANGE, 4)), anew.verdict());
  }

  @Test
  void whoeverTakesASeatScoresFirstAndWhatWasHeardAndVotedWithoutThemIsVoid() {
    Panel revealed = scored(scored(scored(convened, 0), 1), 2);
    Panel heard = revealed.heard(hearing(1));
    Panel voted = voted(voted(heard, 1, Choice.CONFIRM, null), 0, Choice.CONFIRM, null);

    Panel replaced = voted.replaced(members.get(1), Seat.of(UUID.randomUUID(), "Utrecht"));

    assertFalse(replaced.revealed());
    assertEquals(List.of(), replaced.votesNow());
    assertNull(replaced.hearing());
    assertEquals(List.of(hearing(1)), replaced.earlierHearings());
    assertEquals(members.get(1), replaced.former().get(0).employeeId());
  }

  @Test
  void aSeatThatIsFilledAfterARemandLeavesTheVotesThatDecidedIt() {
    Panel remanded =
        voted(
            voted(voted(convened, 0, Choice.REMAND, null), 1, Choice.REMAND, null),
            2,
            Choice.CONFIRM,
            null);

    Panel replaced = remanded.replaced(members.get(2), Seat.of(UUID.randomUUID(), "Utrecht"));

    assertEquals(remanded.votes(), replaced.votes());
    assertEquals(List.of(), replaced.nextRound().votesNow());
  }

  @Test
  void aSecondRoundKeepsTheVotesOfTheFirst() {
    Panel remanded =
        voted(
            voted(voted(convened, 0, Choice.REMAND, null), 1, Choice.REMAND, null),
            2,
            Choice.CONFIRM,
            null);
    Panel second = remanded.nextRound();

    assertEquals(List.of(), second.votesNow());
    assertEquals(3, second.votes().size());
    assertEquals(Optional.empty(), second.verdict());
  }

  @Test
  void aHearingTakesThePlaceOfThatOfItsRoundAlone() {
    Panel first = scored(scored(scored(convened, 0), 1), 2).heard(hearing(1));
    assertEquals(List.of(), first.heard(hearing(1)).earlierHearings());

    Panel second = first.nextRound().heard(hearing(2)).heard(hearing(2));
    assertEquals(hearing(2), second.hearing());
    assertEquals(List.of(hearing(1)), second.earlierHearings());
  }

  private Panel.Hearing hearing(int round) {
    return new Panel.Hearing(
        LocalDate.parse("2026-12-01"), "both were heard", members.get(0), AT, round);
  }

  private Panel scored(Panel panel, int seat) {
    return panel.scored(members.get(seat), new Seat.Score(4, "by the anchors", AT));
  }

  private Panel voted(Panel panel, int seat, Choice choice, @Nullable Integer ordinal) {
    return panel.voted(
        new Vote(
            members.get(seat), panel.round(), choice, ordinal, null, null, "as it was seen", AT));
  }
}
