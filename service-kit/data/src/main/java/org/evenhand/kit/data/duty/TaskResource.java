package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** What a service's own duties ask of the caller; the gateway merges the services' answers. */
@KnownCaller
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "What people have to do, and by when")
public class TaskResource {

  private static final String KIND = "^[A-Z][A-Z_]{0,49}$";

  private final Tasks tasks;
  private final WaivableTasks waivable;

  TaskResource(Tasks tasks, WaivableTasks waivable) {
    this.tasks = tasks;
    this.waivable = waivable;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(operationId = "listTasks", summary = "List what I have to do, the soonest first")
  public Uni<TaskPage> list(
      @QueryParam("kind")
          @Parameter(description = "Tasks of this kind alone; may be given several times")
          @Nullable
              List<@Pattern(regexp = KIND, message = "must be a name such as SELF_REVIEW") String>
              kinds,
      @QueryParam("waivable")
          @DefaultValue("false")
          @Parameter(
              description =
                  "true: in place of my own tasks those of others of which I may propose that they"
                      + " needn't be done, and of which nobody has proposed it")
          boolean ofOthers,
      @BeanParam PageRequest page) {
    Set<String> wanted = kinds == null ? Set.of() : Set.copyOf(kinds);
    return (ofOthers ? waivable.list(wanted, page) : tasks.list(wanted, page)).map(TaskPage::of);
  }
}
