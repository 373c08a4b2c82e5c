package org.evenhand.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.gateway.routing.UpstreamClient.Answer;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.PageRequest;

/**
 * Makes one page of the pages of several services. All are in the order of the same fields, and a
 * cursor is a place in this order: it means the same to each of them.
 */
public final class MergedPages {

  private final ObjectMapper mapper = new ObjectMapper();

  private final List<String> order;

  /**
   * @param order the fields of an item by which pages are ordered, as cursors hold them
   */
  public MergedPages(String... order) {
    this.order = List.of(order);
  }

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
            .filter(item -> end.isEmpty() || place(item).compareTo(place(end.get())) <= 0)
            .sorted(Comparator.<JsonNode, String>comparing(this::place))
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
  private Optional<String> end(List<JsonNode> pages) {
    return pages.stream()
        .map(page -> page.path("next"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .min(Comparator.<String, String>comparing(this::place));
  }

  private String place(JsonNode item) {
    return order.stream().map(field -> item.path(field).asText()).collect(Collectors.joining(" "));
  }

  private String place(String cursor) {
    Cursor at = Cursor.decode(cursor);
    return IntStream.range(0, order.size()).mapToObj(at::text).collect(Collectors.joining(" "));
  }

  private String after(List<JsonNode> shown) {
    JsonNode last = shown.get(shown.size() - 1);
    return Cursor.of(order.stream().map(field -> last.path(field).asText()).toArray()).encode();
  }

  private JsonNode read(Answer answer) {
    try {
      return mapper.readTree(answer.body().getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
