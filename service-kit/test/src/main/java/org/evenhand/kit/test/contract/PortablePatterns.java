package org.evenhand.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * Whether the patterns of a document are regular expressions of ECMA 262 with {@code u}, as JSON
 * Schema 2020-12 (section 6.4) wants them: a client's validator that can't compile one validates
 * nothing. They match a whole text, and say so.
 */
public final class PortablePatterns {

  /** Constructs that Java has and ECMA 262 doesn't, but that a lenient engine may let through. */
  private static final Pattern JAVA_ALONE =
      Pattern.compile("\\(\\?[a-zA-Z]|\\\\p\\{Is|\\\\[AzZQEGhHRvVX]|[*+?}]\\+");

  private PortablePatterns() {}

  /** Each pattern that isn't portable, by its pointer, with the reason. */
  public static Map<String, String> faults(JsonNode document) {
    Map<String, String> faults = new TreeMap<>();
    collect(document, "", faults);
    return faults;
  }

  private static void collect(JsonNode node, String pointer, Map<String, String> faults) {
    if (node.path("pattern").isTextual()) {
      String pattern = node.path("pattern").textValue();
      fault(pattern).ifPresent(fault -> faults.put(pointer, pattern + ": " + fault));
    }
    node.properties()
        .forEach(child -> collect(child.getValue(), pointer + "/" + child.getKey(), faults));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), pointer + "/" + i, faults);
    }
  }

  static Optional<String> fault(String pattern) {
    if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
      return Optional.of("is not anchored at both ends");
    }
    if (JAVA_ALONE.matcher(pattern).find()) {
      return Optional.of("has a construct of Java alone");
    }
    return javaFault(pattern).or(() -> ecmaFault(pattern));
  }

  private static Optional<String> javaFault(String pattern) {
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }

  private static Optional<String> ecmaFault(String pattern) {
    try (Context engine = Context.enter()) {
      engine.setLanguageVersion(Context.VERSION_ES6);
      Scriptable scope = engine.initStandardObjects();
      ScriptableObject.putProperty(scope, "pattern", pattern);
      engine.evaluateString(scope, "new RegExp(pattern, 'u')", "pattern", 1, null);
      return Optional.empty();
    } catch (RhinoException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
