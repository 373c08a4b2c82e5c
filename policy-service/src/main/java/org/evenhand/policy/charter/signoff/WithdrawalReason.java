package org.evenhand.policy.charter.signoff;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Why HR takes a charter back. */
@Schema(example = "{\"reason\": \"Works council asked for ten days in place of five\"}")
public record WithdrawalReason(@NotNull @PlainText @Size(max = 2000) String reason) {}
