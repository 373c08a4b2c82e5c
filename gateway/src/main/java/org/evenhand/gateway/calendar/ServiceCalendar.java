package org.evenhand.gateway.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.evenhand.gateway.routing.UpstreamClient.Answer;

/** What a service answers of a person's dates. */
final class ServiceCalendar {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private ServiceCalendar() {}

  static JsonNode read(Answer answer) {
    try {
      return MAPPER.readTree(answer.body().getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<FeedEntry> entries(Answer answer) {
    return read(answer).path("items").valueStream().map(ServiceCalendar::entry).toList();
  }

  static FeedEntry entry(JsonNode item) {
    try {
      return MAPPER.treeToValue(item, FeedEntry.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
