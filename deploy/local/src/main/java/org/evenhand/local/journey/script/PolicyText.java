package org.evenhand.local.journey.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Linden Instruments agrees on: the content of the policy that its HR partner drafts. */
public final class PolicyText {
  public static final String NAME = "Fair ratings at Linden Instruments";
  public static final int LEAST_DAYS = 90;
  public static final int LEVELS = 5;
  static final int MIDDLE = 3;

  /** Criteria with their weights, in percent. */
  static final Map<String, Integer> WEIGHTS = weights(40, 30, 30);

  /** Softly expected shares of ratings, in percent. */
  public static final List<Map<String, Integer>> GUIDANCE =
      List.of(
          Map.of("ordinal", 4, "low", 10, "high", 40), Map.of("ordinal", 5, "low", 0, "high", 20));

  private PolicyText() {}

  public static Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", NAME);
    content.put(
        "scope",
        Map.of(
            "countries",
            List.of("GB", "IN", "NL"),
            "legalEntities",
            List.of(
                "Linden Instruments B.V.", "Linden Instruments Ltd", "Linden Instruments Pvt Ltd"),
            "workerTypes",
            List.of("EMPLOYEE")));
    content.put("scale", Map.of("levels", levels(), "favourableFrom", 4));
    content.put("criteria", criteria(WEIGHTS));
    content.put("anchors", anchors(false));
    content.put("form", form());
    content.put("overall", "WEIGHTED");
    content.put("evidence", Map.of("observationsOffMiddle", 2));
    content.put("eligibility", Map.of("workerTypes", List.of("EMPLOYEE"), "leastDays", LEAST_DAYS));
    content.put("calibration", calibration());
    content.put("pathways", List.of("Posts of the next job level are open to all, with criteria"));
    content.put(
        "outcomes",
        Map.of(
            "rewards", "The pay review starts from the calibrated level",
            "recognition", "Levels 4 and 5 are named in the unit, if the person wants it",
            "remediation", "Levels 1 and 2 open a talk about help, never a sanction alone"));
    content.put("exemplars", exemplars());
    content.put("consultationDays", 14);
    content.put("noticeDays", 30);
    return content;
  }

  /** What the next version says otherwise: working together counts most. */
  public static Map<String, Object> otherWeights() {
    return Map.of("criteria", criteria(weights(20, 20, 60)));
  }

  public static List<String> criterionKeys() {
    return List.copyOf(WEIGHTS.keySet());
  }

  /**
   * @param listening as they read after the comment that they reward those who speak most
   */
  public static List<Map<String, Object>> anchors(boolean listening) {
    List<Map<String, Object>> anchors = new ArrayList<>();
    anchors.add(anchor("delivery", 1, "What was agreed stays undone"));
    anchors.add(anchor("delivery", 2, "Some of what was agreed comes, or comes late"));
    anchors.add(anchor("delivery", 3, "Does what was agreed, in time"));
    anchors.add(anchor("delivery", 4, "What was agreed comes early, or with more than was asked"));
    anchors.add(anchor("delivery", 5, "Others take over the way in which it was done"));
    anchors.add(anchor("craft", 1, "The same fault comes back"));
    anchors.add(anchor("craft", 2, "The work holds once others have looked after it"));
    anchors.add(anchor("craft", 3, "The work holds"));
    anchors.add(anchor("craft", 4, "The work holds where nobody had thought of"));
    anchors.add(anchor("craft", 5, "The work makes the work of others hold"));
    anchors.add(anchor("together", 1, "Colleagues work around it"));
    anchors.add(anchor("together", 2, "Colleagues get an answer after asking again"));
    anchors.add(anchor("together", 3, "Colleagues can rely on an answer"));
    anchors.add(anchor("together", 4, "Colleagues get help before they ask"));
    anchors.add(
        anchor(
            "together",
            5,
            listening
                ? "Listens so that those who say little are heard, and others do the same"
                : "Speaks up so that others follow"));
    return anchors;
  }

  private static Map<String, Object> anchor(String criterion, int ordinal, String text) {
    return Map.of("criterion", criterion, "ordinal", ordinal, "text", text);
  }

  private static Map<String, Integer> weights(int delivery, int craft, int together) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    weights.put("delivery", delivery);
    weights.put("craft", craft);
    weights.put("together", together);
    return weights;
  }

  private static List<Map<String, Object>> levels() {
    List<String> labels =
        List.of("Not yet", "Partly", "As agreed", "More than agreed", "Sets the example");
    List<Map<String, Object>> levels = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      levels.add(Map.of("ordinal", i + 1, "label", labels.get(i)));
    }
    return levels;
  }

  private static List<Map<String, Object>> criteria(Map<String, Integer> weights) {
    Map<String, String> titles =
        Map.of("delivery", "Delivery", "craft", "Craft", "together", "Working together");
    Map<String, String> aims =
        Map.of(
            "delivery", "Customers can plan with us",
            "craft", "Instruments that last",
            "together", "Nobody is alone with a problem");
    List<Map<String, Object>> criteria = new ArrayList<>();
    weights.forEach(
        (key, weight) ->
            criteria.add(
                Map.of(
                    "key",
                    key,
                    "title",
                    titles.getOrDefault(key, key),
                    "weight",
                    weight,
                    "aim",
                    aims.getOrDefault(key, key))));
    return criteria;
  }

  private static List<Map<String, Object>> form() {
    return List.of(
        question("proud", "SELF", "Which result of yours would you show to somebody new, and why?"),
        question("hindered", "SELF", "What stood in your way?"),
        question("seen", "MANAGER", "What did you see over the year, and when?"),
        question("shared", "PEER", "What did you do together, and how did it go?"),
        question("led", "UPWARD", "What helped you in your work, and what did not?"));
  }

  private static Map<String, Object> question(String key, String contributor, String question) {
    return Map.of("key", key, "contributor", contributor, "question", question);
  }

  private static List<Map<String, Object>> exemplars() {
    List<String> cases =
        List.of(
            "Left an order open for a quarter, and told nobody",
            "Finished an order after two reminders",
            "Delivered every order of the year as agreed",
            "Mended a tool that nobody owned, and showed how",
            "Found why orders came late, and now they don't");
    List<Map<String, Object>> exemplars = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      exemplars.add(Map.of("ordinal", i + 1, "text", cases.get(i)));
    }
    return exemplars;
  }

  private static Map<String, Object> calibration() {
    return Map.of("ratersPerSample", 3, "targetAgreement", 0.8, "guidance", GUIDANCE);
  }
}
