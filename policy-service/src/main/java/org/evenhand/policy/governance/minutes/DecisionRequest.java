package org.evenhand.policy.governance.minutes;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.policy.signing.Side;

/**
 * A decision as it is recorded.
 *
 * @param responsible externalId of who carries it out
 * @param links paths of what it is about
 */
public record DecisionRequest(
    @NotNull @PlainText @Size(max = 2000) String text,
    @NotNull Side side,
    @NotNull @PlainText @Size(max = 100) String responsible,
    @NotNull LocalDate dueOn,
    @Size(max = 20)
        List<
                @NotNull @Size(max = 300)
                @Pattern(
                    regexp = "^/v1/[a-z-]+/[A-Za-z0-9/_-]+$",
                    message = "must be a path of the API, such as /v1/findings/1")
                String>
            links) {

  public DecisionRequest {
    links = Objects.requireNonNullElse(links, List.of());
  }
}
