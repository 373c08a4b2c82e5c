package org.evenhand.kit.data.imports;

import io.quarkus.arc.Arc;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.web.openapi.DocumentPart;
import org.evenhand.kit.web.openapi.OperationNotes;

/** Says of each import which columns its file has, and when to ask again how it goes. */
public class ImportDocument implements DocumentPart {

  private static final String VIEW = "#/components/schemas/ImportView";

  @Override
  public void addTo(OpenAPI api) {
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
    String kind = OperationNotes.read(operation, ColumnTable.EXTENSION);
    if (!kind.isEmpty()) {
      List<ImportColumn> known = columns.get(kind);
      if (known == null) {
        throw new IllegalArgumentException("Nothing imports " + kind);
      }
      OperationNotes.drop(operation, ColumnTable.EXTENSION);
      operation.addExtension(ColumnTable.EXTENSION, ColumnTable.json(known));
      operation.setDescription(
          (operation.getDescription() + "\n\n" + ColumnTable.markdown(known)).strip());
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
        .schema(
            OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.INTEGER))
                .minimum(BigDecimal.ZERO)
                .maximum(BigDecimal.valueOf(Integer.MAX_VALUE)));
  }
}
