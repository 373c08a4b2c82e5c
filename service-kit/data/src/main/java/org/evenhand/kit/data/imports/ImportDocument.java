package org.evenhand.kit.data.imports;

import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says of each import which columns its file has, and when to ask again how it goes. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ImportDocument implements OASFilter {

  private static final String VIEW = "#/components/schemas/ImportView";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() == null) {
      return;
    }
    Map<String, List<ImportColumn>> columns =
        Arc.container().listAll(ImportHandler.class).stream()
            .map(handler -> handler.get())
            .collect(Collectors.toMap(ImportHandler::kind, ImportHandler::columns));
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .forEach(operation -> complete(operation, columns));
  }

  private static void complete(Operation operation, Map<String, List<ImportColumn>> columns) {
    if (operation.getResponses() != null) {
      operation.getResponses().getAPIResponses().values().stream()
          .filter(ImportDocument::tellsHowItGoes)
          .forEach(answer -> answer.addHeader(HttpHeaders.RETRY_AFTER, seconds()));
    }
    Map<String, Object> extensions = operation.getExtensions();
    Object kind = extensions == null ? null : extensions.get(ColumnTable.EXTENSION);
    if (kind != null) {
      List<ImportColumn> known = columns.get(kind.toString());
      if (known == null) {
        throw new IllegalArgumentException("Nothing imports " + kind);
      }
      operation.addExtension(ColumnTable.EXTENSION, ColumnTable.json(known));
      removeFromAnswers(operation);
      operation.setDescription(
          described(String.valueOf(operation.getDescription()), ColumnTable.markdown(known)));
    }
  }

  /** The roles stand last, whichever filter comes first. */
  private static String described(String words, String table) {
    int roles = words.lastIndexOf("\n\nRoles: ");
    return roles < 0
        ? words.strip() + "\n\n" + table.strip()
        : words.substring(0, roles).strip() + "\n\n" + table.strip() + words.substring(roles);
  }

  /** What stands at a method is taken for its answers' as well, where they stand there too. */
  private static void removeFromAnswers(Operation operation) {
    APIResponses answers = operation.getResponses();
    if (answers != null) {
      answers.removeExtension(ColumnTable.EXTENSION);
      answers
          .getAPIResponses()
          .values()
          .forEach(answer -> answer.removeExtension(ColumnTable.EXTENSION));
    }
  }

  private static boolean tellsHowItGoes(APIResponse answer) {
    return answer.getContent() != null
        && answer.getContent().getMediaTypes().values().stream()
            .anyMatch(
                media -> media.getSchema() != null && VIEW.equals(media.getSchema().getRef()));
  }

  private static Header seconds() {
    return OASFactory.createHeader()
        .description("While it runs: after how many seconds to ask again")
        .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)));
  }
}
