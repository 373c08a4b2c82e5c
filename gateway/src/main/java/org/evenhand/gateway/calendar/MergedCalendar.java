package org.evenhand.gateway.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.evenhand.gateway.routing.MergedAnswer;
import org.evenhand.gateway.routing.UpstreamClient.Answer;

/** {@code GET /v1/calendar}: the dates of all services in one order. */
@Singleton
class MergedCalendar implements MergedAnswer {

  private static final Comparator<JsonNode> ORDER =
      Comparator.comparing(ServiceCalendar::entry, FeedEntry.ORDER);

  @Override
  public String path() {
    return "/v1/calendar";
  }

  @Override
  public ObjectNode merged(HttpServerRequest request, List<Answer> answers) {
    return merged(answers);
  }

  ObjectNode merged(List<Answer> answers) {
    List<JsonNode> calendars =
        answers.stream().filter(Answer::found).map(ServiceCalendar::read).toList();
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (String end : List.of("from", "to")) {
      merged.set(end, calendars.get(0).path(end));
    }
    calendars.stream()
        .flatMap(calendar -> calendar.path("items").valueStream())
        .sorted(ORDER)
        .forEach(merged.putArray("items")::add);
    answers.stream()
        .filter(answer -> !answer.found())
        .map(answer -> answer.upstream().name())
        .forEach(merged.putArray("missing")::add);
    return merged;
  }
}
