package org.evenhand.calibration.policy;

import java.util.List;
import java.util.Map;

/**
 * What a version of a policy lets people say of a case.
 *
 * @param criteria their keys
 * @param anchors their texts, by criterion and level: {@code delivery/3}
 */
public record VersionInForce(
    int version, int scaleSize, List<String> criteria, Map<String, String> anchors) {}
