package org.evenhand.policy.governance.minutes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** What those who were present record. */
@Schema(
    name = "GovernanceMinutesRequest",
    description =
        "People are named by externalId. Whoever records was present. All employees read the"
            + " minutes once both sides have signed, so links lead to policies, charters, reviews"
            + " of governance, findings, cycles and calibration sessions alone.",
    example =
        """
        {
          "heldOn": "2027-03-30",
          "agendaHash": "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
          "present": ["H101", "E101", "E102"],
          "text": "Answers to comments took too long.",
          "decisions": [
            {"text": "Name a second person for each consultation", "side": "HR",
             "responsible": "H101", "dueOn": "2027-05-01",
             "links": ["/v1/policies/0198f2a0-0000-7000-8000-000000000010"]}
          ]
        }
        """)
public record MinutesRequest(
    @NotNull LocalDate heldOn,
    @NotNull @Pattern(regexp = "^[0-9a-f]{64}$") String agendaHash,
    @NotEmpty @Size(max = 100) List<@NotNull @PlainText @Size(max = 100) String> present,
    @NotNull @PlainText @Size(max = 8000) String text,
    @Size(max = 50) List<@NotNull @Valid DecisionRequest> decisions) {

  public MinutesRequest {
    decisions = Objects.requireNonNullElse(decisions, List.of());
  }
}
