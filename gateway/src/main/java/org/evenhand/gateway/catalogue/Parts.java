package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhand.gateway.routing.RoutingTable;
import org.evenhand.gateway.routing.UpstreamClient;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** The same document from every service, or a problem that names the missing one. */
@Singleton
class Parts {

  private final RoutingTable table;
  private final UpstreamClient client;
  private final ObjectMapper mapper = new ObjectMapper();

  Parts(RoutingTable table, UpstreamClient client) {
    this.table = table;
    this.client = client;
  }

  /** Fails with 503 when a service is away. A service without such a document is left out. */
  Future<List<Part>> fetch(String path) {
    return answers(path)
        .map(
            answers -> {
              refuseHalf(answers);
              return read(answers);
            });
  }

  /** Of the services that answer now. */
  Future<List<Part>> present(String path) {
    return answers(path).map(this::read);
  }

  private List<Part> read(List<UpstreamClient.Answer> answers) {
    return answers.stream()
        .filter(UpstreamClient.Answer::found)
        .map(answer -> new Part(answer.upstream(), read(answer)))
        .toList();
  }

  Future<List<UpstreamClient.Answer>> answers(String path) {
    List<Future<UpstreamClient.Answer>> all =
        table.upstreams().stream().map(upstream -> client.get(upstream, path)).toList();
    return Future.all(all).map(done -> done.list());
  }

  static void refuseHalf(List<UpstreamClient.Answer> answers) {
    String away =
        answers.stream()
            .filter(UpstreamClient.Answer::away)
            .map(answer -> answer.upstream().name())
            .collect(Collectors.joining(", "));
    if (!away.isEmpty()) {
      throw missing(away);
    }
  }

  private ObjectNode read(UpstreamClient.Answer answer) {
    try {
      JsonNode document = mapper.readTree(answer.body().getBytes());
      if (document instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw missing(answer.upstream().name());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    throw missing(answer.upstream().name());
  }

  private static Problem missing(String services) {
    return Problem.of(
        CommonProblem.DEPENDENCY_UNAVAILABLE,
        "The document would not be whole, its part is missing of: " + services + ".");
  }
}
