package org.evenhand.policy.charter;

import java.time.Instant;
import java.util.UUID;

/** HR has taken a charter back before both sides had signed. */
public record SignOffWithdrawal(String reason, UUID by, Instant at) {}
