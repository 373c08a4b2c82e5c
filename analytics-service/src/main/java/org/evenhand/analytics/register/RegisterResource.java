package org.evenhand.analytics.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;

/** {@code /v1/register}. */
@KnownCaller
@Path("/v1/register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register", description = "What is computed of ratings, and how to contest it")
public class RegisterResource {

  @GET
  @RolesAllowed({
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.HR,
    Roles.HR_LEAD,
    Roles.AUDITOR,
    Roles.HRIS,
    Roles.INSIGHT
  })
  @Operation(
      operationId = "listRegister",
      summary = "Every computed output, by name",
      description =
          "Its purpose, what it is computed from, who acts on it, how long it is kept, and the"
              + " right to contest it.")
  public Page<RegisterEntry> list(@BeanParam PageRequest page) {
    String after = page.cursor().map(cursor -> cursor.text(0)).orElse("");
    List<RegisterEntry> entries =
        Stream.of(ComputedOutput.values())
            .map(ComputedOutput::entry)
            .sorted(Comparator.comparing(RegisterEntry::output))
            .filter(entry -> entry.output().compareTo(after) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(entries, page.limit(), entry -> Cursor.of(entry.output()));
  }
}
