package org.evenhand.gateway.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhand.gateway.routing.MergedAnswer;
import org.evenhand.gateway.routing.UpstreamClient.Answer;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.PageRequest;

/**
 * {@code GET /v1/tasks}: makes one page of the pages of several services. All are in the order of
 * the due day and the id, and a cursor is a place in this order: it means the same to each of them.
 */
@Singleton
class MergedTasks implements MergedAnswer {

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public String path() {
    return "/v1/tasks";
  }

  @Override
  public ObjectNode merged(HttpServerRequest request, List<Answer> answers) {
    return merged(
        answers,
        Optional.ofNullable(request.getParam("limit"))
            .map(text -> PageRequest.Limit.parse(text).items())
            .orElse(PageRequest.DEFAULT_LIMIT));
  }

  /**
   * @param limit of the page; each service has sent as many at most
   */
  ObjectNode merged(List<Answer> answers, int limit) {
    List<JsonNode> pages = answers.stream().filter(Answer::found).map(this::read).toList();
    Optional<String> end = end(pages);
    List<JsonNode> known =
        pages.stream()
            .flatMap(page -> page.path("items").valueStream())
            .filter(task -> end.isEmpty() || place(task).compareTo(place(end.get())) <= 0)
            .sorted(Comparator.comparing(MergedTasks::place))
            .toList();
    List<JsonNode> shown = known.subList(0, Math.min(limit, known.size()));
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    shown.forEach(merged.putArray("items")::add);
    Optional<String> next = known.size() > limit ? Optional.of(after(shown)) : end;
    next.ifPresent(cursor -> merged.put("next", cursor));
    answers.stream()
        .filter(answer -> !answer.found())
        .map(answer -> answer.upstream().name())
        .forEach(merged.putArray("missing")::add);
    return merged;
  }

  /** Where the first of the pages ends that go on: what comes behind it is not all known. */
  private static Optional<String> end(List<JsonNode> pages) {
    return pages.stream()
        .map(page -> page.path("next"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .min(Comparator.comparing(MergedTasks::place));
  }

  private static String place(JsonNode task) {
    return place(task.path("dueOn").asText(), task.path("id").asText());
  }

  private static String place(String cursor) {
    Cursor at = Cursor.decode(cursor);
    return place(at.text(0), at.text(1));
  }

  private static String place(String day, String id) {
    return day + " " + id;
  }

  private static String after(List<JsonNode> shown) {
    JsonNode last = shown.get(shown.size() - 1);
    return Cursor.of(last.path("dueOn").asText(), last.path("id").asText()).encode();
  }

  private JsonNode read(Answer answer) {
    try {
      return mapper.readTree(answer.body().getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
