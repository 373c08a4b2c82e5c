package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a caller finds behind a role's permission: every operation of the OpenAPI document that
 * concerns an object, with every relation that a caller can have to that object. The expectation is
 * a table:
 *
 * <pre>
 * operation          own  reviewer  other
 * getReview          yes  yes       404
 * submitReview       403  yes       404
 * getReview/draft    404  yes       404
 * </pre>
 *
 * The words of its first line are the callers. {@code yes} is 200 to a read; to a change it is 428,
 * because these requests name no version and a caller who may change the object learns that they
 * have to; so nothing is ever changed. The part after a slash tells two rows of one operation
 * apart. Bodies are the document's own examples, so these have to be valid. An operation that
 * neither the table nor the list of those without an object names fails.
 */
public final class RelationMatrix {

  private static final String YES = "yes";

  private final Map<String, Tokens> callers;
  private final BinaryOperator<String> paths;
  private final List<String[]> rows;

  private RelationMatrix(String table, Map<String, Tokens> callers, BinaryOperator<String> paths) {
    this.callers = callers;
    this.paths = paths;
    this.rows = table.lines().filter(l -> !l.isBlank()).map(l -> l.strip().split("\\s+")).toList();
  }

  /**
   * @param withoutObject operations that concern no object, or one that a role alone decides about
   * @param paths from a row's name and the template of its path to the path of the object
   */
  public static Stream<DynamicTest> of(
      String table,
      Map<String, Tokens> callers,
      Set<String> withoutObject,
      BinaryOperator<String> paths) {
    return new RelationMatrix(table, callers, paths).tests(withoutObject, operation -> true);
  }

  /**
   * The same of one kind of object.
   *
   * @param start of the paths of all operations that concern it
   */
  public static Stream<DynamicTest> under(
      String start, String table, Map<String, Tokens> callers, BinaryOperator<String> paths) {
    return new RelationMatrix(table, callers, paths)
        .tests(Set.of(), operation -> operation.path().startsWith(start));
  }

  /**
   * A list and the objects in it: a caller finds exactly those objects in the list that they may
   * read.
   *
   * @param list the path of the list, with a query that narrows it, if any
   * @param object from an id to the path of the single object
   */
  public static Stream<DynamicTest> agreement(
      String list, List<String> ids, UnaryOperator<String> object, Map<String, Tokens> callers) {
    return callers.entrySet().stream()
        .map(
            caller ->
                DynamicTest.dynamicTest(
                    caller.getKey() + " finds in " + list + " what they may read",
                    () -> {
                      Set<String> readable = new TreeSet<>();
                      for (String id : ids) {
                        if (Knock.as(caller.getValue()).ask("get", object.apply(id)).status()
                            == 200) {
                          readable.add(id);
                        }
                      }
                      Set<String> listed = listed(caller.getValue(), list);
                      listed.retainAll(ids);
                      assertEquals(readable, listed);
                    }));
  }

  private Stream<DynamicTest> tests(
      Set<String> withoutObject, Predicate<OpenApiDocument.Operation> concerned) {
    var document = OpenApiDocument.ofRunningService();
    var header = rows.get(0);
    var complete =
        DynamicTest.dynamicTest(
            "every operation is in the table or concerns no object",
            () -> {
              assertEquals(
                  List.copyOf(callers.keySet()), List.of(header).subList(1, header.length));
              Set<String> known = new TreeSet<>(withoutObject);
              body().forEach(row -> known.add(operation(row)));
              Set<String> documented = new TreeSet<>();
              document.operations().stream()
                  .filter(concerned)
                  .forEach(operation -> documented.add(operation.id()));
              assertEquals(documented, known);
            });
    return Stream.concat(
        Stream.of(complete),
        document.operations().stream()
            .flatMap(
                operation ->
                    body()
                        .filter(row -> operation(row).equals(operation.id()))
                        .flatMap(row -> tests(document, operation, row))));
  }

  private Stream<DynamicTest> tests(
      OpenApiDocument document, OpenApiDocument.Operation operation, String[] row) {
    var cells = List.of(row).iterator();
    var name = cells.next();
    return List.copyOf(callers.entrySet()).stream()
        .map(
            caller -> {
              var cell = cells.next();
              return DynamicTest.dynamicTest(
                  name + " for " + caller.getKey() + ": " + cell,
                  () -> {
                    var answer = knock(document, operation, name, caller.getValue());
                    assertEquals(expected(operation, cell), answer.status(), answer::body);
                  });
            });
  }

  private Answer knock(
      OpenApiDocument document, OpenApiDocument.Operation operation, String row, Tokens caller) {
    var request = Knock.as(caller);
    var body = Examples.ofRequest(document, operation);
    if (body != null) {
      request.body("application/json", body);
    }
    return request.ask(operation.verb(), paths.apply(row, operation.path()));
  }

  private static int expected(OpenApiDocument.Operation operation, String cell) {
    if (!cell.equals(YES)) {
      return Integer.parseInt(cell);
    }
    return operation.verb().equals("get") ? 200 : 428;
  }

  private Stream<String[]> body() {
    return rows.stream().skip(1);
  }

  private static String operation(String[] row) {
    return row[0].split("/", 2)[0];
  }

  /** Every page of the list; empty where it is closed to the role. */
  private static Set<String> listed(Tokens caller, String list) {
    String first = list + (list.contains("?") ? "&" : "?") + "limit=200";
    Set<String> ids = new HashSet<>();
    int seen = 0;
    String page = first;
    while (page != null) {
      var answer = Knock.as(caller).ask("get", page);
      if (answer.status() == 403) {
        return ids;
      }
      assertEquals(200, answer.status(), answer::body);
      var body = answer.json();
      for (var item : body.path("items")) {
        ids.add(item.path("id").asText());
        seen++;
      }
      var next = body.path("next");
      page =
          next.isTextual()
              ? first + "&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8)
              : null;
    }
    assertEquals(ids.size(), seen, "an object is listed twice");
    return ids;
  }
}
