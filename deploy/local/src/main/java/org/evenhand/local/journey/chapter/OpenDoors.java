package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Pages;
import org.evenhand.local.journey.scene.CycleRef;

/**
 * All lists and figures that can be read without knowing an id, according to the API's document.
 */
final class OpenDoors {
  /** Values of the parameters that the document asks for. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "cycle",
          CycleRef.KEY,
          "by",
          "orgUnit",
          "dimension",
          "orgUnit",
          "role",
          "hr",
          "limit",
          "1");

  private static final int TOO_MANY = 429;
  private static final int FAULT = 500;

  private final Map<String, List<String>> parameters = new LinkedHashMap<>();

  OpenDoors(Api api) {
    JsonNode paths = api.get("/openapi.json").send().expect(200).json().path("paths");
    paths
        .fields()
        .forEachRemaining(
            path -> {
              if (path.getKey().startsWith("/v1/")
                  && !path.getKey().contains("{")
                  && path.getValue().has("get")) {
                parameters.put(path.getKey(), query(path.getValue().path("get")));
              }
            });
  }

  private static List<String> query(JsonNode operation) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .map(parameter -> parameter.path("name").asText())
        .filter(KNOWN::containsKey)
        .toList();
  }

  /** What each of them answers to a caller, refusals too; some lists are read in pages of one. */
  List<Answer> answers(Api who, int pages) {
    List<Answer> answers = new ArrayList<>();
    parameters.forEach(
        (path, names) -> {
          String query =
              names.stream().map(n -> n + "=" + KNOWN.get(n)).collect(Collectors.joining("&"));
          answers.addAll(pages(who, path + "?" + query, pages));
        });
    return answers;
  }

  static List<Answer> pages(Api who, String path, int most) {
    List<Answer> pages = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = who.get(path + cursor).send();
      if (page.status() == TOO_MANY || page.status() >= FAULT) {
        throw page.failed("an answer, or a refusal");
      }
      pages.add(page);
      cursor = Pages.next(page).map(next -> "&cursor=" + next).orElse("");
    } while (!cursor.isEmpty() && pages.size() < most);
    return pages;
  }
}
