package org.evenhand.policy.charter.work;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What no template of a charter can know.
 *
 * @param owner our id of the person of HR who answers for it
 * @param inForceOn a date in UTC
 */
@Schema(
    example =
        """
        {"owner": "0198f2a0-0000-7000-8000-000000000021", "inForceOn": "2027-01-04"}
        """)
public record CharterTemplateRequest(@NotNull UUID owner, @NotNull LocalDate inForceOn) {}
