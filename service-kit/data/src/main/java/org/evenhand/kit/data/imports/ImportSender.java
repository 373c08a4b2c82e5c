package org.evenhand.kit.data.imports;

import java.util.Set;

/**
 * The person who sent a file, as their token said. What they may do is for the handler to say, row
 * by row: a long file is applied after its request.
 *
 * @param externalId by which the HRIS knows them
 */
public record ImportSender(String externalId, Set<String> roles) {

  public ImportSender {
    roles = Set.copyOf(roles);
  }
}
