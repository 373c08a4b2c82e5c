package org.evenhand.kit.data.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.evenhand.kit.data.json.CanonicalJson;
import org.evenhand.kit.data.json.Digest;

/** A link in the chain of seals. */
record Seal(long id, byte[] previous, byte[] hash) {

  static final Seal BEFORE_ALL = new Seal(0, new byte[32], new byte[32]);

  Seal next(Instant at, Collection<SealedHead> heads) {
    String json =
        CanonicalJson.of(
            Map.of(
                "heads",
                heads.stream().map(SealedHead::line).sorted().toList(),
                "previous",
                hex(),
                "seal",
                id + 1,
                "sealedAt",
                at));
    return new Seal(id + 1, hash, Digest.sha256(json));
  }

  String hex() {
    return EntryHash.HEX.formatHex(hash);
  }
}
