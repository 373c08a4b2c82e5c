package org.evenhand.gateway.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private final Templates templates =
      new Templates(
          List.of(
              "/v1/reviews",
              "/v1/reviews/{id}",
              "/v1/reviews/{id}/submission",
              "/v1/demographics/{person}",
              "/v1/demographics/me",
              "/events/schemas/{type}.json"));

  @Test
  void idsAreLeftOut() {
    assertEquals(Optional.of("/v1/reviews"), templates.of("/v1/reviews"));
    assertEquals(Optional.of("/v1/reviews/{id}"), templates.of("/v1/reviews/0199-7"));
    assertEquals(
        Optional.of("/v1/reviews/{id}/submission"), templates.of("/v1/reviews/7/submission"));
    assertEquals(
        Optional.of("/events/schemas/{type}.json"), templates.of("/events/schemas/a.b.v1.json"));
  }

  @Test
  void aWordComesBeforeAParameter() {
    assertEquals(Optional.of("/v1/demographics/me"), templates.of("/v1/demographics/me"));
    assertEquals(Optional.of("/v1/demographics/{person}"), templates.of("/v1/demographics/you"));
  }

  @Test
  void whatIsNotOfferedHasNone() {
    assertEquals(Optional.empty(), templates.of("/v1/reviews/7/nothing"));
    assertEquals(Optional.empty(), templates.of("/v1/reviews/7/submission/7"));
    assertEquals(Optional.empty(), templates.of(""));
  }
}
