package org.evenhand.local.journey.script;

import java.util.List;

/**
 * What people of the company write about each other and about the policy, apart from the
 * observations of a {@link Year}.
 */
public final class FreeText {
  public static final String PROUD = "The delivery that I took over late";
  public static final String HINDERED = "Two changes of plan in spring";
  public static final String DISAGREEMENT = "Two of my deliveries are missing.";
  public static final String SCENARIO =
      "In the warehouse at night little is written down. Where shall two observations come from?";
  public static final String PITFALL = "Level 5 rewards those who speak most.";
  public static final String TAKEN_UP = "The anchor of level 5 now names listening";
  public static final String DECLINED =
      "The shift book counts as an observation if it names what was done; two stay the least";
  public static final String PRECEDENT =
      "Both observations on each criterion match the anchors of this level.";
  public static final String CONFIRMED =
      "The observations support the level, read against the anchors.";

  public static final String OBJECTION =
      "I read the anchors as they are written; two who read them milder are no measure of me.";
  public static final String OBJECTION_DECLINED =
      "Nobody says who of you is right: the three of you settle what the anchor means.";

  public static final String APPEAL =
      "The two deliveries of June aren't among what was seen; both were mine.";
  public static final String ADMITTED = "It names what was left out, and when it was.";
  public static final String RESPONSE = "I knew of one of the two, and thought it was Gülşen's.";
  public static final String SCORE = "As far as it is written down, it is this anchor.";
  public static final String HEARING = "Both brought their notes of June; they agree on the dates.";
  public static final String VOTE = "With the two deliveries the higher anchor is met.";
  public static final String DISSENT = "One more than agreed isn't yet what the anchor says.";

  public static final String MINUTES = "We waited longer for our own answers than for the raters'.";
  public static final String DECISION = "Write down before a review who delivered what.";

  public static final String CHALLENGE =
      "The reviews were due in the week in which the warehouse counts its stock.";
  public static final String CHALLENGE_ANSWERED =
      "The week was chosen before the count was moved; next year we ask the warehouse first.";

  /** Asked in confidence and erased: none of it is left anywhere. */
  public static final String GUIDANCE =
      "Whom do I ask when the one who plans the rota is my sister's husband?";

  public static final String GUIDANCE_ANSWERED =
      "Nobody else has to know it: I ask for another planner without a reason.";

  public static final String GOAL = "Whoever asks has an answer within two days";
  public static final String AT_RISK = "Two who know the old boards have left the workshop.";
  public static final String STORM =
      "The line for returned instruments stood still on the Friday of the storm, in Leeds.";
  public static final String HELD =
      "Gülşen stayed with whoever was there, and called each customer herself.";
  public static final String REPLY =
      "Bill made the list of whom to call; without it I'd be there yet.";

  public static final String AGENDA = "Whether I may leave the night rota after the winter.";
  public static final String PRIVATE = "Don't promise anything before the rota is out.";
  public static final String SHARED = "We look at the rota together once two have come back.";
  public static final String PROMISE = "Ask whoever plans the rota by Friday week";
  public static final String QUESTION = "What was missing when I handed the boards over to you?";
  public static final String HANDOVER = "The handover of the boards, the week before the audit";
  public static final String LEFT_OUT = "The list had no word of those that had come back twice.";
  public static final String SEARCHED = "I searched two evenings for what you knew by heart.";
  public static final String WISH = "Write down what is odd as well as what is done.";
  public static final String THANKS = "Both stayed on the telephone until the last customer knew.";

  public static final String UPWARD =
      "He asks us before he promises a day, and says no for us where it can't be held.";

  public static final String STRETCH = "Set up the line for returned instruments in Almelo";
  public static final String STRETCH_DAYS =
      "Two days a week for three months, in Leeds and Almelo.";
  public static final String SOUGHT = "Has set up or moved a line of work before";
  public static final String SOUGHT_TOO = "Gets three teams that don't report to them to agree";
  public static final String APPLICATION =
      "I moved the packing table in spring, and know both who were against it.";
  public static final String ASSESSED =
      "Moved a table and not yet a line, and asked those against it first.";
  public static final String CHOSEN =
      "Has moved a line of six in Pune, with the two teams that lost room by it.";
  public static final String NOT_CHOSEN =
      "The table of spring counts; a line of work with a shift of its own is asked for.";
  public static final String TOPIC = "How you came to say no to a customer without losing them.";

  public static final String LEARNING =
      "How the order of the returned instruments is decided, which I only ever heard of after.";
  public static final String AIM = "To decide the order of a week of returns alone";
  public static final String LESSON = "Sit beside Gülşen on the Mondays when the order is made";
  public static final String MEASURE = "A week's order of mine that nobody had to turn round";
  public static final String MENTOR = "Gülşen keeps an hour for it every Monday.";

  private static final String NEAREST = "comes nearest to this anchor.";
  private static final String WEEKLY = "seen nearly every week.";
  private static final String BLIND = "Three who did not know whom they read about";

  private FreeText() {}

  public static String rationale(String name) {
    return "What " + name + " did " + NEAREST;
  }

  public static String year(String name) {
    return "A full year with " + name + ", " + WEEKLY;
  }

  public static String adjusted(int read, int original) {
    return BLIND
        + " found the anchors of level %d in these observations, not of %d."
            .formatted(read, original);
  }

  /** What a manager and an hr-lead wrote about how that manager rates. */
  static List<String> ofObjection() {
    return List.of(OBJECTION, OBJECTION_DECLINED);
  }

  /** What two people said to each other before one of them erased it. */
  static List<String> erased() {
    return List.of(GUIDANCE, GUIDANCE_ANSWERED);
  }

  /** Texts that are the same for everybody. */
  static List<String> all() {
    return List.of(
        PROUD,
        HINDERED,
        DISAGREEMENT,
        APPEAL,
        ADMITTED,
        RESPONSE,
        SCORE,
        HEARING,
        VOTE,
        DISSENT,
        MINUTES,
        DECISION,
        CHALLENGE,
        CHALLENGE_ANSWERED,
        GOAL,
        AT_RISK,
        STORM,
        HELD,
        REPLY,
        AGENDA,
        PRIVATE,
        SHARED,
        PROMISE,
        QUESTION,
        HANDOVER,
        LEFT_OUT,
        SEARCHED,
        WISH,
        THANKS,
        UPWARD,
        APPLICATION,
        ASSESSED,
        CHOSEN,
        NOT_CHOSEN,
        TOPIC,
        LEARNING,
        AIM,
        LESSON,
        MEASURE,
        MENTOR,
        SCENARIO,
        PITFALL,
        TAKEN_UP,
        DECLINED,
        PRECEDENT,
        CONFIRMED,
        NEAREST,
        WEEKLY,
        BLIND);
  }
}
