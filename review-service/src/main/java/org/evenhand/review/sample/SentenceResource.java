package org.evenhand.review.sample;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.security.Roles;

@KnownCaller
@Path("/internal/v1/redactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Between services")
public class SentenceResource {

  private final Sentences sentences;

  SentenceResource(Sentences sentences) {
    this.sentences = sentences;
  }

  @POST
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "redactSentence",
      summary = "Take names, units, places and dates out of a text",
      description =
          "For our services, which know people by id alone and let others read what somebody has"
              + " written. Nothing is kept.")
  public Uni<RedactedSentence> redact(@NotNull @Valid Sentence sentence) {
    return sentences.redacted(sentence);
  }
}
