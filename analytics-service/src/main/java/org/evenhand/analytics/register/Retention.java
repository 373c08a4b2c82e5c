package org.evenhand.analytics.register;

/** How long an output is kept. */
final class Retention {

  static final String COUNTS =
      "Worked out anew whenever it is asked for, and not kept. The counts that it rests on, and"
          + " what was published of them at each moment of the release calendar, are kept without"
          + " end.";

  static final String APPEALS =
      "By unit worked out anew whenever it is asked for, always with the same result; by protected"
          + " attribute kept as it was published. What it rests on is kept without end, by our ids:"
          + " which reviews were appealed, and what came of it.";

  static final String TOLD_ONCE =
      "Worked out anew whenever it is asked for, always with the same result. The counts by unit"
          + " that it rests on are kept without end; they name nobody.";

  static final String ACCESS =
      "Who came how far is kept, by our ids, until the second year after is published: until then"
          + " figures are held against it. What was published is kept without end, and so is who"
          + " counted where in it, as all later figures are held against that. The id is taken away"
          + " when somebody withdraws what they declared.";

  static final String GROWTH =
      "Who gave whom feedback, and how whose plan ended, is kept by our ids until the year is"
          + " published. Who was in which band is kept until the second year after is published,"
          + " what was published without end, and so is who counted where, as all later figures are"
          + " held against that. The id is taken away when somebody withdraws what they declared.";

  static final String REVEALED =
      "Kept without end, as it was when the scores were revealed, with the session; it names"
          + " nobody.";

  static final String SESSION =
      "Worked out anew from the blind scores whenever it is asked for. These are kept without end,"
          + " by our ids, with the session. What is told of a session as a whole is kept too, as it"
          + " was when the scores were revealed.";

  static final String REPLAYED =
      "What is told of blocks is kept by review until it is counted by group, a day at most. What"
          + " was told of everybody in the figures of their group, and what editions and appeals"
          + " had shown of them before, is kept by our ids with the last edition of the cycle, as"
          + " all later replays are held against it: of what was told, five people at least have"
          + " the same. The id is taken away when somebody withdraws what they declared, or is"
          + " erased.";

  static final String FINDING =
      "Kept as it was judged, with its answer and without end; it names groups, and nobody in"
          + " them.";

  static final String BLIND_SCORES =
      "Worked out anew whenever it is asked for, and not kept. The scores that it rests on are kept"
          + " without end, by our ids, and shown to nobody.";

  private Retention() {}
}
