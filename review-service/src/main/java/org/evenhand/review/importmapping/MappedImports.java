package org.evenhand.review.importmapping;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.evenhand.kit.data.imports.ImportRequest;
import org.evenhand.kit.data.imports.Imports;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** Takes in files in our form, or in that of a mapping. */
@ApplicationScoped
public class MappedImports {

  private final Imports imports;
  private final ImportMappings mappings;

  MappedImports(Imports imports, ImportMappings mappings) {
    this.imports = imports;
    this.mappings = mappings;
  }

  public Uni<Response> take(String kind, MappedImportParameters sent, InputStream body) {
    ImportRequest request = sent.request(kind);
    if (sent.mapping == null) {
      return imports.take(request, body);
    }
    if (!sent.mapping.matches(ImportMappingResource.NAME)) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "A parameter is not valid.")
          .with(MALFORMED.parameter("mapping", "must be the name of a mapping, such as personio"));
    }
    return imports.take(request, mappings.named(kind, sent.mapping), body);
  }
}
