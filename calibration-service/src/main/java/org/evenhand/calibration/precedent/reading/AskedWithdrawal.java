package org.evenhand.calibration.precedent.reading;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.precedent.Pair;
import org.evenhand.calibration.precedent.Withdrawal;

/** Who has asked isn't shown: with what they lead, it would tell of whom the words tell. */
@Schema(name = "AskedWithdrawal")
public record AskedWithdrawal(Pair.Side side, Withdrawal.Cause cause, Instant at) {

  public static AskedWithdrawal of(Withdrawal asked) {
    return new AskedWithdrawal(asked.side(), asked.cause(), asked.at());
  }
}
