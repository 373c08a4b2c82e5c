package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The HTTP API of a service, for one caller. */
final class Door {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String address;
  private final String bearer;

  Door(String address, String bearer) {
    this.address = address;
    this.bearer = bearer;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).timeout(Duration.ofSeconds(30)).GET());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  HttpResponse<String> put(String path, String ifMatch, String json)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("If-Match", ifMatch)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  /** Imports a short file, every row of which must be taken. */
  void takeIn(String path, String csv) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(path, BodyPublishers.ofString(csv));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    assertThat(JSON.readTree(answer.body()).path("refused").asLong()).as(answer.body()).isZero();
  }

  /** Imports a long file as a job, and answers it once it is over. */
  JsonNode takeInLater(String path, BodyPublisher csv, Duration patience)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(path, csv);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String job = answer.headers().firstValue("Location").orElseThrow();
    return await()
        .atMost(patience)
        .pollInterval(200, TimeUnit.MILLISECONDS)
        .until(
            () -> json(job),
            view -> !view.path("finishedAt").isMissingNode() && !view.path("finishedAt").isNull());
  }

  HttpResponse<String> post(String path, BodyPublisher csv)
      throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", "text/csv").POST(csv));
  }

  private HttpRequest.Builder request(String path) {
    URI uri = URI.create(path.startsWith("http") ? path : address + path);
    return HttpRequest.newBuilder(uri).header("Authorization", bearer);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
