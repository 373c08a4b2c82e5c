package org.evenhand.policy.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.evenhand.policy.version.Transition.ACKNOWLEDGEMENTS;
import static org.evenhand.policy.version.Transition.ANNOUNCEMENT;
import static org.evenhand.policy.version.Transition.COMMENTS;
import static org.evenhand.policy.version.Transition.CONSULTATION;
import static org.evenhand.policy.version.Transition.DISPOSITION;
import static org.evenhand.policy.version.Transition.EDIT;
import static org.evenhand.policy.version.Transition.ENDING;
import static org.evenhand.policy.version.Transition.ENDING_COUNTERSIGNATURE;
import static org.evenhand.policy.version.Transition.ENDING_WITHDRAWAL;
import static org.evenhand.policy.version.Transition.IMPACT_REPLAY;
import static org.evenhand.policy.version.Transition.REPLAY_WAIVER;
import static org.evenhand.policy.version.Transition.SIGNER_REPLACEMENT;
import static org.evenhand.policy.version.Transition.SIGN_OFFS;
import static org.evenhand.policy.version.Transition.SIGN_OFF_OPENING;
import static org.evenhand.policy.version.Transition.WITHDRAWAL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ProblemType;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.content.Contents;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.signing.Decision;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.signing.Signature;
import org.evenhand.policy.signing.Signer;
import org.evenhand.policy.signing.SignerReplacement;
import org.junit.jupiter.api.Test;

class PolicyVersionTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Terms AT_ONCE = new Terms(0, 0, Duration.ZERO);
  private static final Terms FORTNIGHT = new Terms(14, 30, Duration.ofDays(2));

  private static final UUID AUTHOR = new UUID(1, 1);
  private static final UUID APPROVER = new UUID(1, 2);
  private static final UUID MANAGER = new UUID(2, 1);
  private static final UUID SECOND_MANAGER = new UUID(2, 2);
  private static final UUID OTHER_MANAGER = new UUID(2, 3);

  private PolicyVersion version = drafted();

  private static PolicyVersion drafted() {
    return new PolicyVersion(new UUID(9, 1), new UUID(9, 0), 1, Contents.example(), AUTHOR, NOW);
  }

  @Test
  void a_draft_is_seen_by_hr_alone() {
    assertThat(version.visible(true)).isTrue();
    assertThat(version.visible(false)).isFalse();
  }

  @Test
  void a_draft_withdrawn_unseen_stays_unseen() {
    version.withdraw("Begun by mistake", AUTHOR, NOW);

    assertThat(version.visible(false)).isFalse();
  }

  @Test
  void a_consultation_shows_the_version_to_everyone_for_good() {
    version.openConsultation(FORTNIGHT, AUTHOR, NOW);
    assertThat(version.visible(false)).isTrue();

    version.withdraw("People convinced us", AUTHOR, NOW);
    assertThat(version.visible(false)).isTrue();
  }

  @Test
  void sign_off_waits_for_the_last_disposition() {
    version.openConsultation(AT_ONCE, AUTHOR, NOW);

    var problem = refused(() -> openSignOff(1));

    assertThat(problem.type()).isEqualTo(PolicyProblem.DISPOSITIONS_MISSING);
    assertThat(problem.allowed())
        .contains("addComment", "disposeComment")
        .doesNotContain("signVersion");
  }

  @Test
  void sign_off_waits_for_the_last_minute_of_the_minimum_days() {
    version.openConsultation(FORTNIGHT, AUTHOR, NOW);
    Instant end = NOW.plus(Duration.ofDays(14));

    refused(
        PolicyProblem.CONSULTATION_TOO_SHORT,
        () -> version.openSignOff(Set.of(MANAGER), 1, 0, AUTHOR, end.minusSeconds(1)));
    version.openSignOff(Set.of(MANAGER), 1, 0, AUTHOR, end);

    assertThat(version.state()).isEqualTo(VersionState.SIGN_OFF);
  }

  @Test
  void an_author_cannot_be_named_to_approve_their_own_words() {
    version.openConsultation(AT_ONCE, AUTHOR, NOW);
    version.edit(renamed("Edited by a manager"), MANAGER, NOW);

    refused(
        PolicyProblem.SIGN_OFF_INVALID,
        () -> version.openSignOff(Set.of(MANAGER), 1, 0, AUTHOR, NOW));
  }

  @Test
  void hr_and_the_quorum_of_managers_approve_together() {
    inSignOff();

    assertThat(sign(MANAGER)).isEqualTo(PolicyEventType.SIGNED);
    assertThat(sign(SECOND_MANAGER)).isEqualTo(PolicyEventType.SIGNED);
    assertThat(version.state()).isEqualTo(VersionState.SIGN_OFF);
    assertThat(signAsHr(APPROVER)).isEqualTo(PolicyEventType.APPROVED);
    assertThat(version.state()).isEqualTo(VersionState.APPROVED);
  }

  @Test
  void without_the_quorum_hr_approves_nothing() {
    inSignOff();

    signAsHr(APPROVER);
    sign(MANAGER);

    assertThat(version.state()).isEqualTo(VersionState.SIGN_OFF);
    assertThat(version.signOff().last().managersMissing()).isEqualTo(1);
    assertThat(version.signOff().last().hrMissing()).isFalse();
  }

  @Test
  void the_author_alone_cannot_approve_for_hr() {
    inSignOff();
    sign(MANAGER);
    sign(SECOND_MANAGER);

    assertThat(signAsHr(AUTHOR)).isEqualTo(PolicyEventType.SIGNED);
    assertThat(version.state()).isEqualTo(VersionState.SIGN_OFF);
    assertThat(version.signOff().last().hrMissing()).isTrue();
  }

  @Test
  void whoever_has_edited_is_an_author_too() {
    version.edit(renamed("Better"), APPROVER, NOW);
    inSignOff();
    sign(MANAGER);
    sign(SECOND_MANAGER);

    assertThat(signAsHr(APPROVER)).isEqualTo(PolicyEventType.SIGNED);
  }

  @Test
  void a_named_manager_of_hr_counts_on_one_side_only() {
    version.openConsultation(AT_ONCE, AUTHOR, NOW);
    version.openSignOff(Set.of(MANAGER), 1, 0, AUTHOR, NOW);

    var both = new Signer(MANAGER, true, true);
    assertThat(version.sign(both, yes(), version.contentHash(), NOW))
        .isEqualTo(PolicyEventType.SIGNED);

    assertThat(version.signOff().last().hrMissing()).isTrue();
  }

  @Test
  void nobody_signs_who_is_neither_named_nor_hr() {
    inSignOff();

    refused(CommonProblem.FORBIDDEN, () -> sign(OTHER_MANAGER));
  }

  @Test
  void nobody_signs_twice_in_a_round() {
    inSignOff();
    sign(MANAGER);

    refused(PolicyProblem.ALREADY_SIGNED, () -> sign(MANAGER));
  }

  @Test
  void a_signature_covers_the_content_that_was_read() {
    inSignOff();

    refused(
        PolicyProblem.CONTENT_CHANGED,
        () -> version.sign(new Signer(MANAGER, false, true), yes(), "0".repeat(64), NOW));
  }

  @Test
  void a_rejection_goes_back_to_draft_with_its_reason() {
    inSignOff();

    var no = new Signature.Answer(Decision.REJECT, "The second anchor punishes part-timers");
    var happening = version.sign(new Signer(MANAGER, false, true), no, version.contentHash(), NOW);

    assertThat(happening).isEqualTo(PolicyEventType.REJECTED);
    assertThat(version.state()).isEqualTo(VersionState.DRAFT);
    assertThat(version.signOff().last().signatures())
        .extracting(s -> s.answer().reason())
        .containsExactly("The second anchor punishes part-timers");
  }

  @Test
  void an_edit_voids_every_signature_and_none_of_them_returns() {
    rejectedAfterOneSignature();

    version.edit(renamed("As the objection asked"), AUTHOR, NOW);

    assertThat(version.signOff().last().signatures())
        .hasSize(2)
        .allSatisfy(s -> assertThat(s.voidedAt()).isEqualTo(NOW))
        .noneMatch(Signature::approves);
  }

  @Test
  void an_edit_that_changes_nothing_voids_nothing() {
    rejectedAfterOneSignature();

    assertThat(version.edit(Contents.example(), AUTHOR, NOW)).isFalse();

    assertThat(version.signOff().last().signatures()).allMatch(s -> s.voidedAt() == null);
  }

  @Test
  void a_new_round_starts_without_signatures_even_for_the_same_content() {
    rejectedAfterOneSignature();
    inSignOff();

    assertThat(version.signOff().rounds()).hasSize(2);
    assertThat(version.signOff().last().signatures()).isEmpty();
    assertThat(version.signOff().last().managersMissing()).isEqualTo(2);
  }

  @Test
  void content_is_fixed_from_the_sign_off_on() {
    inSignOff();

    var problem = refused(() -> version.edit(renamed("Late"), AUTHOR, NOW));

    assertThat(problem.type()).isEqualTo(PolicyProblem.TRANSITION_REFUSED);
    assertThat(problem.allowed())
        .containsExactly("signVersion", "replaceSigner", "withdrawVersion");
  }

  @Test
  void the_notice_is_respected_to_the_day() {
    approved();

    refused(PolicyProblem.NOTICE_TOO_SHORT, () -> announce(LocalDate.of(2026, 3, 31), FORTNIGHT));
    announce(LocalDate.of(2026, 4, 1), FORTNIGHT);

    assertThat(version.state()).isEqualTo(VersionState.ANNOUNCED);
  }

  @Test
  void a_date_beyond_all_planning_is_refused() {
    approved();

    refused(PolicyProblem.NOTICE_TOO_SHORT, () -> announce(LocalDate.MAX, AT_ONCE));
  }

  @Test
  void without_notice_a_version_is_due_on_the_day_of_its_announcement() {
    approved();
    announce(LocalDate.of(2026, 3, 2), AT_ONCE);

    assertThat(version.due(NOW)).isTrue();
  }

  @Test
  void with_notice_a_version_is_due_from_the_first_moment_of_its_day() {
    approved();
    announce(LocalDate.of(2026, 4, 1), FORTNIGHT);

    assertThat(version.due(Instant.parse("2026-03-31T23:59:59.999999Z"))).isFalse();
    assertThat(version.due(Instant.parse("2026-04-01T00:00:00Z"))).isTrue();
  }

  @Test
  void managers_are_briefed_before_everyone_but_nobody_is_told_after_the_day() {
    approved();
    announce(LocalDate.of(2026, 4, 1), FORTNIGHT);
    assertThat(version.announcement().orElseThrow().everyoneFrom())
        .isEqualTo(NOW.plus(Duration.ofDays(2)));

    var draft = new Announcement.Draft("Why", "What", LocalDate.of(2026, 3, 3));
    var tomorrow = Announcement.of(draft, new Terms(0, 0, Duration.ofDays(2)), AUTHOR, NOW);
    assertThat(tomorrow.everyoneFrom()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
  }

  @Test
  void a_withdrawn_version_is_never_due() {
    approved();
    announce(LocalDate.of(2026, 3, 2), AT_ONCE);
    end(Side.HR, Side.MANAGER);

    assertThat(version.state()).isEqualTo(VersionState.WITHDRAWN);
    assertThat(version.due(NOW)).isFalse();
  }

  @Test
  void what_both_sides_have_approved_one_of_them_cannot_end_alone() {
    for (var reached : List.<Runnable>of(this::approved, this::announced, this::inForce)) {
      anew();
      reached.run();
      VersionState before = version.state();

      refused(PolicyProblem.TRANSITION_REFUSED, () -> version.withdraw("Alone", AUTHOR, NOW));
      refused(
          PolicyProblem.TRANSITION_REFUSED,
          () -> version.countersignEnding(Side.MANAGER, MANAGER, NOW));
      version.proposeEnding(proposal(Side.HR));
      refused(
          PolicyProblem.SAME_SIDE_TWICE, () -> version.countersignEnding(Side.HR, APPROVER, NOW));
      refused(
          PolicyProblem.TRANSITION_REFUSED, () -> version.proposeEnding(proposal(Side.MANAGER)));
      assertThat(version.state()).isEqualTo(before);
    }
  }

  @Test
  void what_is_in_force_retires_and_what_has_not_taken_effect_is_withdrawn() {
    approved();
    assertThat(end(Side.MANAGER, Side.HR)).isEqualTo(PolicyEventType.WITHDRAWN);

    anew();
    inForce();
    assertThat(end(Side.HR, Side.MANAGER)).isEqualTo(PolicyEventType.RETIRED);
    assertThat(version.state()).isEqualTo(VersionState.RETIRED);
    assertThat(version.ending().orElseThrow().reason()).isEqualTo("Nobody works by it");
    assertThat(version.ending().orElseThrow().countersignedBy()).isEqualTo(OTHER_MANAGER);
  }

  @Test
  void a_proposal_to_end_is_over_once_it_is_withdrawn_or_the_version_has_moved_on() {
    announced();
    version.proposeEnding(proposal(Side.HR));
    version.withdrawEndingProposal(NOW);
    assertThat(version.endingProposal()).isEmpty();

    version.proposeEnding(proposal(Side.HR));
    version.takeEffect(NOW);
    assertThat(version.endingProposal()).isEmpty();
    refused(
        PolicyProblem.TRANSITION_REFUSED,
        () -> version.countersignEnding(Side.MANAGER, MANAGER, NOW));

    version.proposeEnding(proposal(Side.HR));
    version.supersede(NOW);
    assertThat(version.endingProposal()).isEmpty();
  }

  @Test
  void which_steps_one_side_takes_alone_and_which_take_both_is_as_listed() {
    var alone =
        EnumSet.of(
            EDIT,
            CONSULTATION,
            COMMENTS,
            DISPOSITION,
            IMPACT_REPLAY,
            REPLAY_WAIVER,
            SIGN_OFF_OPENING,
            WITHDRAWAL);
    var open = new EnumMap<VersionState, Set<Transition>>(VersionState.class);
    var replay = EnumSet.of(EDIT, IMPACT_REPLAY, REPLAY_WAIVER, WITHDRAWAL);
    open.put(VersionState.DRAFT, and(replay, CONSULTATION));
    open.put(VersionState.CONSULTATION, and(replay, COMMENTS, DISPOSITION, SIGN_OFF_OPENING));
    open.put(VersionState.SIGN_OFF, Set.of(SIGN_OFFS, SIGNER_REPLACEMENT, WITHDRAWAL));
    var ends = EnumSet.of(ENDING, ENDING_COUNTERSIGNATURE, ENDING_WITHDRAWAL);
    open.put(VersionState.APPROVED, and(ends, ANNOUNCEMENT));
    open.put(VersionState.ANNOUNCED, and(ends, ACKNOWLEDGEMENTS));
    open.put(VersionState.EFFECTIVE, and(ends, ACKNOWLEDGEMENTS));

    for (VersionState state : VersionState.values()) {
      assertThat(open(state))
          .as(state.name())
          .containsExactlyInAnyOrderElementsOf(open.getOrDefault(state, Set.of()));
      if (state.ordinal() >= VersionState.APPROVED.ordinal()) {
        assertThat(open(state)).as("alone in " + state).doesNotContainAnyElementsOf(alone);
      }
    }
  }

  @Test
  void nothing_is_signed_or_announced_that_is_not_complete() {
    version.edit(Contents.with(json -> json.putArray("pathways")), AUTHOR, NOW);
    version.openConsultation(AT_ONCE, AUTHOR, NOW);

    var problem = refused(() -> openSignOff(0));

    assertThat(problem.type()).isEqualTo(PolicyProblem.POLICY_INCOMPLETE);
    assertThat(problem.violations()).extracting(Violation::pointer).containsExactly("/pathways");
  }

  @Test
  void a_manager_who_cannot_sign_any_more_is_replaced_in_public() {
    inSignOff();
    sign(MANAGER);
    refused(PolicyProblem.SIGNER_REPLACEMENT_INVALID, () -> replace(MANAGER, OTHER_MANAGER));
    refused(PolicyProblem.SIGNER_REPLACEMENT_INVALID, () -> replace(OTHER_MANAGER, APPROVER));
    refused(PolicyProblem.SIGNER_REPLACEMENT_INVALID, () -> replace(SECOND_MANAGER, MANAGER));
    refused(PolicyProblem.SIGN_OFF_INVALID, () -> replace(SECOND_MANAGER, AUTHOR));

    replace(SECOND_MANAGER, OTHER_MANAGER);

    refused(CommonProblem.FORBIDDEN, () -> sign(SECOND_MANAGER));
    signAsHr(APPROVER);
    assertThat(sign(OTHER_MANAGER)).isEqualTo(PolicyEventType.APPROVED);
    assertThat(version.signOff().last().replacements())
        .extracting(SignerReplacement::reason)
        .containsExactly("Has left");
  }

  private static Set<Transition> open(VersionState state) {
    var operations = VersionLifecycle.OF_VERSIONS.operations(state);
    return Stream.of(Transition.values())
        .filter(transition -> operations.contains(transition.operation()))
        .collect(Collectors.toSet());
  }

  @Test
  void nothing_is_open_after_the_end() {
    for (var end :
        new VersionState[] {
          VersionState.SUPERSEDED, VersionState.RETIRED, VersionState.WITHDRAWN
        }) {
      assertThat(open(end)).as(end.name()).isEmpty();
    }
  }

  private void rejectedAfterOneSignature() {
    inSignOff();
    sign(MANAGER);
    var no = new Signature.Answer(Decision.REJECT, "Not like this");
    version.sign(new Signer(APPROVER, true, false), no, version.contentHash(), NOW);
  }

  private void inSignOff() {
    version.openConsultation(AT_ONCE, AUTHOR, NOW);
    version.openSignOff(Set.of(MANAGER, SECOND_MANAGER), 2, 0, AUTHOR, NOW);
  }

  private void openSignOff(long undisposed) {
    version.openSignOff(Set.of(MANAGER), 1, undisposed, AUTHOR, NOW);
  }

  private void approved() {
    inSignOff();
    sign(MANAGER);
    sign(SECOND_MANAGER);
    signAsHr(APPROVER);
  }

  private void anew() {
    version = drafted();
  }

  private void announced() {
    approved();
    announce(LocalDate.of(2026, 3, 2), AT_ONCE);
  }

  private void inForce() {
    announced();
    version.takeEffect(NOW);
  }

  private PolicyEventType end(Side proposing, Side agreeing) {
    version.proposeEnding(proposal(proposing));
    return version.countersignEnding(agreeing, OTHER_MANAGER, NOW);
  }

  private static EndingProposal proposal(Side side) {
    var nothing = new EndingConsequences(0, null, null, null);
    return new EndingProposal(side, AUTHOR, NOW, "Nobody works by it", nothing);
  }

  private void replace(UUID replaced, UUID successor) {
    version.replaceSigner(new SignerReplacement(replaced, successor, "Has left", AUTHOR, NOW));
  }

  private static Set<Transition> and(Set<Transition> some, Transition... others) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(others));
    return all;
  }

  private void announce(LocalDate on, Terms terms) {
    version.announce(new Announcement.Draft("Why", "What follows", on), null, terms, AUTHOR, NOW);
  }

  private PolicyEventType sign(UUID manager) {
    return version.sign(new Signer(manager, false, true), yes(), version.contentHash(), NOW);
  }

  private PolicyEventType signAsHr(UUID person) {
    return version.sign(new Signer(person, true, false), yes(), version.contentHash(), NOW);
  }

  private static Signature.Answer yes() {
    return new Signature.Answer(Decision.SIGN, null);
  }

  private static PolicyContent renamed(String name) {
    return Contents.with(json -> json.put("name", name));
  }

  private static void refused(ProblemType type, ThrowingCallable call) {
    assertThat(refused(call).type()).isEqualTo(type);
  }

  private static Problem refused(ThrowingCallable call) {
    var problem = catchThrowableOfType(Problem.class, call);
    assertThat(problem).as("should have been refused").isNotNull();
    return problem;
  }
}
