package org.evenhand.calibration.norm;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.precedent.Withdrawal;

/** Why a norm is to go; a code, since words would tell who was recognised. */
@Schema(example = "{\"cause\": \"RECOGNISABLE\"}")
record NormWithdrawal(@NotNull Withdrawal.Cause cause) {}
