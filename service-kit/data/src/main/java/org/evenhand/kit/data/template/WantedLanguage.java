package org.evenhand.kit.data.template;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** In which language a client wants templates; taken as a {@code @BeanParam}. */
public class WantedLanguage {

  /** Behind the kind and the key. */
  private static final int LANGUAGE_OF_CURSOR = 2;

  @QueryParam("language")
  @Parameter(description = "The language; without it what Accept-Language prefers, else English")
  public @Nullable TemplateLanguage named;

  @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
  @Parameter(description = "The languages that the client prefers (RFC 9110), without `language`")
  public @Nullable String accepted;

  /**
   * A list goes on in the language in which it began, whatever the client prefers meanwhile.
   *
   * @throws Problem 400 where another one is named, or the cursor is of another list
   */
  TemplateLanguage of(Optional<Cursor> before) {
    Optional<TemplateLanguage> begun =
        before.map(cursor -> cursor.constant(LANGUAGE_OF_CURSOR, TemplateLanguage.class));
    if (begun.isPresent() && named != null && named != begun.get()) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "The list began in another language.")
          .with(INCONSISTENT.parameter("language", "must be " + begun.get() + ", as it began"));
    }
    return begun.orElseGet(this::language);
  }

  public TemplateLanguage language() {
    return named == null ? TemplateLanguage.preferred(accepted) : named;
  }
}
