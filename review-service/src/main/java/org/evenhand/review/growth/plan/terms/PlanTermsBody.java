package org.evenhand.review.growth.plan.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** The terms of a plan as a request puts them. */
@Schema(
    name = "DevelopmentTermsRequest",
    example =
        """
        {"aim": "Plan a release without help", "until": "2027-06-30",
         "actions": [{"kind": "STRETCH", "title": "Plan the release of May",
           "measure": "It came when it was promised", "dueOn": "2027-05-31"}]}
        """)
public record PlanTermsBody(
    @NotNull @PlainText @Size(max = 2000) String aim,
    @NotNull LocalDate until,
    @NotNull @Size(min = 1, max = 12) List<@NotNull @Valid ActionBody> actions) {}
