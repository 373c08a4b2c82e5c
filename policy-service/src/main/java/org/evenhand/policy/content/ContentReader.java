package org.evenhand.policy.content;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenhand.kit.web.json.JsonProblem;
import org.evenhand.kit.web.json.MergePatch;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.ConstraintCode;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;

/**
 * Content as a client sends it. Jackson stops at the first field that it can't read. Here that
 * field is noted and taken out, and reading goes on, so that one answer names all faults.
 */
@ApplicationScoped
public class ContentReader {

  private static final int MOST_VIOLATIONS = 100;

  private final ObjectMapper mapper;
  private final Validator validator;

  public ContentReader(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  /**
   * @throws Problem 400 naming every field that is unknown, missing or out of its bounds; 422
   *     naming every contradiction, or that the whole is too large
   */
  public PolicyContent read(JsonNode sent) {
    List<Violation> violations = new ArrayList<>();
    PolicyContent content = readFields(sent.deepCopy(), violations);
    validator.validate(content).stream()
        .map(ContentReader::violation)
        .filter(v -> violations.stream().noneMatch(known -> covers(known, v)))
        .sorted(Comparator.comparing(Violation::pointer))
        .forEach(violations::add);
    if (!violations.isEmpty()) {
      throw malformed(violations);
    }
    return consistent(content);
  }

  /**
   * What the content becomes by a merge patch (RFC 7396).
   *
   * @throws Problem as {@link #read}, also for an unknown field that the patch would remove
   */
  public PolicyContent patched(PolicyContent current, JsonNode patch) {
    return read(MergePatch.apply(CanonicalContent.tree(current), patch));
  }

  private PolicyContent consistent(PolicyContent content) {
    List<Violation> contradictions = ContentRules.violations(content);
    if (!contradictions.isEmpty()) {
      throw Problem.of(
              PolicyProblem.CONTENT_INCONSISTENT, "Parts of the content contradict each other.")
          .with(contradictions);
    }
    int size = CanonicalContent.size(content);
    if (size > CanonicalContent.MOST_BYTES) {
      throw Problem.of(
          PolicyProblem.CONTENT_TOO_LARGE,
          "The content has %d bytes, the most are %d."
              .formatted(size, CanonicalContent.MOST_BYTES));
    }
    return content;
  }

  private PolicyContent readFields(JsonNode rest, List<Violation> violations) {
    while (true) {
      try {
        return mapper.treeToValue(rest, PolicyContent.class);
      } catch (JsonProcessingException e) {
        List<Violation> next = JsonProblem.of(e).violations();
        violations.addAll(next);
        if (violations.size() >= MOST_VIOLATIONS || next.stream().noneMatch(v -> take(rest, v))) {
          throw malformed(violations);
        }
      }
    }
  }

  /** Takes the field out; in an array a null keeps its place, so that later pointers stay valid. */
  private static boolean take(JsonNode rest, Violation violation) {
    String text = violation.pointer();
    if (text == null || text.isEmpty()) {
      return false;
    }
    JsonPointer pointer = JsonPointer.compile(text);
    JsonNode parent = rest.at(pointer.head());
    JsonPointer last = pointer.last();
    if (parent instanceof ObjectNode object) {
      return object.remove(last.getMatchingProperty()) != null;
    }
    int index = last.getMatchingIndex();
    if (parent instanceof ArrayNode array && !array.path(index).isNull() && array.has(index)) {
      array.set(index, array.nullNode());
      return true;
    }
    return false;
  }

  /** A field that was taken out is not reported again as missing. */
  private static boolean covers(Violation known, Violation later) {
    return String.valueOf(known.pointer()).equals(later.pointer());
  }

  private static Violation violation(ConstraintViolation<PolicyContent> violation) {
    var pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return ConstraintCode.of(violation).at(pointer.toString(), violation.getMessage());
  }

  private static Problem malformed(List<Violation> violations) {
    return Problem.of(CommonProblem.MALFORMED_REQUEST, "The content does not fit the schema.")
        .with(violations);
  }
}
