package org.evenhand.review.live;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request to a peer, of its people. */
public record LivePeerRequest(String id) {

  public static Response name(Person who, LiveReview review, Person peer) {
    return who.ask()
        .body(Map.of("reviewId", review.id(), "employeeId", LiveAppeal.idOf(peer)))
        .post("/v1/peer-requests");
  }

  public static LivePeerRequest named(Person who, LiveReview review, Person peer) {
    Response named = name(who, review, peer);
    named.then().statusCode(201);
    return new LivePeerRequest(named.path("id"));
  }

  /** The reviewee names them and the reviewer agrees: two or more are asked. */
  public static List<LivePeerRequest> asked(
      Person reviewee, Person reviewer, LiveReview review, Person... peers) {
    List<LivePeerRequest> asked = new ArrayList<>();
    for (Person peer : peers) {
      LivePeerRequest request = named(reviewee, review, peer);
      request.agree(reviewer).then().statusCode(200);
      asked.add(request);
    }
    return asked;
  }

  public String path() {
    return "/v1/peer-requests/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public Response agree(Person who) {
    return post(who, "agreement", Map.of());
  }

  public Response strike(Person who, String reason) {
    return post(who, "striking", Map.of("reason", reason));
  }

  public Response decline(Person who, String code) {
    return post(who, "refusal", Map.of("code", code));
  }

  private Response post(Person who, String step, Map<String, ?> body) {
    var request = who.ask().header("If-Match", String.valueOf(read(who).header("ETag")));
    return (body.isEmpty() ? request : request.body(body)).post(path() + "/" + step);
  }
}
