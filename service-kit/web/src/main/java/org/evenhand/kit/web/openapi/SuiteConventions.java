package org.evenhand.kit.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Adds to every operation what holds for all of them: who may call it, which problems it answers
 * with, what its headers mean. No author has to write it, and none can forget it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class SuiteConventions implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    ProblemSchemas.addTo(api.getComponents());
    if (api.getPaths() == null) {
      return;
    }
    ServiceLoader.load(DocumentPart.class).forEach(part -> part.addTo(api));
    new Words().describe(api);
    PortableForms.complete(api);
    var problems = new ProblemResponses(api);
    var headers = new ResponseHeaders(api);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          if (operation.getResponses() == null) {
                            operation.setResponses(OASFactory.createAPIResponses());
                          }
                          headers.complete(operation);
                          problems.complete(path, method, operation);
                          tellRoles(operation);
                          parameters(operation);
                        }));
    new Bounds(api).complete();
  }

  /** The roles stand as scopes of the security requirement, where few readers look. */
  private static void tellRoles(Operation operation) {
    if (operation.getSecurity() == null) {
      return;
    }
    Set<String> roles =
        operation.getSecurity().stream()
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(scopes -> scopes.stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (roles.isEmpty()) {
      return;
    }
    operation.addExtension("x-roles", roles.stream().toList());
    String described =
        operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
    operation.setDescription(described + "Roles: " + String.join(", ", roles) + ".");
  }

  private static final Map<String, String> HEADERS =
      Map.of(
          "If-Match",
          "The ETag that was read with the resource: 428 without it, 412 when it has changed since",
          "Idempotency-Key",
          "A key of the client's choice, 1 to 255 visible ASCII characters: a repeat with the same"
              + " key and body gets the first answer, for 24 hours");

  private static void parameters(Operation operation) {
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter parameter : operation.getParameters()) {
      String words = parameter.getName() == null ? null : HEADERS.get(parameter.getName());
      if (words != null && parameter.getDescription() == null) {
        parameter.setDescription(words);
        // An author who says more of it may do without: the first version overwrites nothing
        parameter.setRequired(HttpHeaders.IF_MATCH.equals(parameter.getName()) ? true : null);
      }
    }
  }
}
