package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.gateway.GatewayConfig;

/** The OpenAPI document of the suite, merged from what the services last answered. */
@Singleton
public class ApiDocument {

  private static final ObjectMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  private record Forms(Document json, Document yaml, List<JsonNode> problems) {}

  private static final String DOCUMENT = "/q/openapi?format=json";

  private final OpenApi openApi;
  private final Parts parts;
  private final Memo<Forms> forms;
  private volatile Set<String> paths = Set.of();

  ApiDocument(OpenApi openApi, Parts parts, GatewayConfig config, Vertx vertx) {
    this.openApi = openApi;
    this.parts = parts;
    forms =
        new Memo<>(
            config.catalogueAge(),
            () -> parts.fetch(DOCUMENT).compose(all -> vertx.executeBlocking(() -> written(all))));
  }

  Future<Document> json() {
    return forms.get().map(Forms::json);
  }

  Future<Document> yaml() {
    return forms.get().map(Forms::yaml);
  }

  /**
   * Every type of problem: its code, status, title and remedy; in the order of the codes. While a
   * service is away, those of the others: a problem is looked up when something is wrong.
   */
  public Future<List<JsonNode>> problems() {
    return forms
        .get()
        .map(Forms::problems)
        .recover(
            away ->
                parts.present(DOCUMENT).map(some -> List.copyOf(ProblemTypes.of(some).values())));
  }

  /** Asks for the document where it isn't known yet. */
  public void learn() {
    if (paths.isEmpty()) {
      var ignored = forms.get();
    }
  }

  /**
   * Its paths with their parameters, for example {@code /v1/reviews/{id}}; none until it is known.
   */
  public Set<String> paths() {
    return paths;
  }

  /** A megabyte to merge, write twice and compress: too long for an event loop. */
  private Forms written(List<Part> parts) throws JsonProcessingException {
    ObjectNode document = openApi.of(parts);
    Set<String> told = new TreeSet<>();
    document.path("paths").fieldNames().forEachRemaining(told::add);
    paths = Set.copyOf(told);
    List<JsonNode> problems = new ArrayList<>();
    document.path(ProblemTypes.NAME).forEach(problems::add);
    return new Forms(
        new Document("application/json", Buffer.buffer(document.toString())),
        new Document("application/yaml", Buffer.buffer(YAML.writeValueAsString(document))),
        List.copyOf(problems));
  }
}
