package org.evenhand.policy.service;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.BadInputs;
import org.evenhand.kit.test.RoleMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class DoorsTest extends ServiceTest {

  private static final Set<String> READERS =
      Set.of("employee", "manager", "hr", "hr-lead", "auditor");
  private static final Set<String> PEOPLE = Set.of("employee", "manager", "hr", "hr-lead");
  private static final Set<String> HR = Set.of("hr", "hr-lead");
  private static final Set<String> BOTH_SIDES = Set.of("manager", "hr", "hr-lead");
  private static final Set<String> REPLAY_READERS = Set.of("manager", "hr", "hr-lead", "auditor");

  @TestFactory
  Stream<DynamicTest> every_operation_opens_to_its_roles_alone() {
    return RoleMatrix.of(
        Map.ofEntries(
            Map.entry("listTasks", PEOPLE),
            Map.entry("getWaiver", PEOPLE),
            Map.entry("proposeWaiver", BOTH_SIDES),
            Map.entry("countersignWaiver", BOTH_SIDES),
            Map.entry("refuseWaiver", BOTH_SIDES),
            Map.entry("withdrawWaiver", BOTH_SIDES),
            Map.entry("getCalendar", PEOPLE),
            Map.entry("getCalendarOfPerson", Set.of("service")),
            Map.entry("listTemplates", BOTH_SIDES),
            Map.entry("getTemplate", BOTH_SIDES),
            Map.entry("takePolicyTemplate", HR),
            Map.entry("takeCharterTemplate", HR),
            Map.entry("takeTrainingTemplate", BOTH_SIDES),
            Map.entry("draftCharter", HR),
            Map.entry("checkCharter", HR),
            Map.entry("listCharters", READERS),
            Map.entry("getCurrentCharter", READERS),
            Map.entry("getCharterDefaults", READERS),
            Map.entry("getCharter", READERS),
            Map.entry("editCharter", HR),
            Map.entry("openCharterSignOff", HR),
            Map.entry("signCharter", BOTH_SIDES),
            Map.entry("replaceCharterSigner", HR),
            Map.entry("withdrawCharterSignOff", HR),
            Map.entry("getCharterSignOffs", READERS),
            Map.entry("listGovernanceReviews", READERS),
            Map.entry("getGovernanceReview", READERS),
            Map.entry("prepareGovernanceReview", HR),
            Map.entry("recordGovernanceMinutes", BOTH_SIDES),
            Map.entry("signGovernanceReview", BOTH_SIDES),
            Map.entry("completeGovernanceDecision", BOTH_SIDES),
            Map.entry("dropGovernanceDecision", BOTH_SIDES),
            Map.entry("listChallenges", READERS),
            Map.entry("getChallenge", READERS),
            Map.entry("raiseChallenge", PEOPLE),
            Map.entry("followUpChallenge", PEOPLE),
            Map.entry("withdrawChallenge", PEOPLE),
            Map.entry("supportChallenge", PEOPLE),
            Map.entry("withdrawChallengeSupport", PEOPLE),
            Map.entry("answerChallenge", BOTH_SIDES),
            Map.entry("mergeChallenge", HR),
            Map.entry("nameChallengedPeople", HR),
            Map.entry("listGuidanceRequests", PEOPLE),
            Map.entry("getGuidanceRequest", PEOPLE),
            Map.entry("askForGuidance", PEOPLE),
            Map.entry("closeGuidanceRequest", PEOPLE),
            Map.entry("eraseGuidanceRequest", PEOPLE),
            Map.entry("claimGuidanceRequest", HR),
            Map.entry("returnGuidanceRequest", HR),
            Map.entry("answerGuidanceRequest", HR),
            Map.entry("proposeTrainingModule", BOTH_SIDES),
            Map.entry("listTrainingModules", READERS),
            Map.entry("getTrainingModule", READERS),
            Map.entry("editTrainingModule", BOTH_SIDES),
            Map.entry("getTrainingModuleText", READERS),
            Map.entry("writeTrainingModuleText", BOTH_SIDES),
            Map.entry("agreeTrainingModule", BOTH_SIDES),
            Map.entry("withdrawTrainingModule", BOTH_SIDES),
            Map.entry("proposeTrainingModuleRetirement", BOTH_SIDES),
            Map.entry("withdrawTrainingModuleRetirement", BOTH_SIDES),
            Map.entry("countersignTrainingModuleRetirement", BOTH_SIDES),
            Map.entry("replaceTrainingCoLead", BOTH_SIDES),
            Map.entry("enrolForTraining", PEOPLE),
            Map.entry("listTrainingCompletions", PEOPLE),
            Map.entry("getTrainingCompletion", PEOPLE),
            Map.entry("recordTrainingCompletion", BOTH_SIDES),
            Map.entry("takeBackTrainingCompletion", BOTH_SIDES),
            Map.entry("proposeTrainingExemption", BOTH_SIDES),
            Map.entry("countersignTrainingExemption", BOTH_SIDES),
            Map.entry("beginCaseStudy", PEOPLE),
            Map.entry("getCaseStudy", PEOPLE),
            Map.entry("scoreCase", PEOPLE),
            Map.entry("importTraining", Set.of("hris")),
            Map.entry("getTrainingImport", Set.of("hris")),
            Map.entry("getTrainingImportErrors", Set.of("hris")),
            Map.entry("beginPolicy", HR),
            Map.entry("listPolicies", READERS),
            Map.entry("getPolicy", READERS),
            Map.entry("draftNextVersion", HR),
            Map.entry("listVersions", READERS),
            Map.entry("getVersion", READERS),
            Map.entry("getReadiness", READERS),
            Map.entry("editVersion", HR),
            Map.entry("getDifference", READERS),
            Map.entry("listLevelNotes", READERS),
            Map.entry("openConsultation", HR),
            Map.entry("addComment", PEOPLE),
            Map.entry("listComments", READERS),
            Map.entry("getComment", READERS),
            Map.entry("disposeComment", HR),
            Map.entry("requestImpactReplay", HR),
            Map.entry("listImpactReplays", REPLAY_READERS),
            Map.entry("getImpactReplay", REPLAY_READERS),
            Map.entry("waiveImpactReplay", HR),
            Map.entry("openSignOff", HR),
            Map.entry("signVersion", BOTH_SIDES),
            Map.entry("replaceSigner", HR),
            Map.entry("getSignOffs", READERS),
            Map.entry("announceVersion", HR),
            Map.entry("acknowledgeVersion", PEOPLE),
            Map.entry("listAcknowledgements", READERS),
            Map.entry("withdrawVersion", HR),
            Map.entry("proposeEnding", BOTH_SIDES),
            Map.entry("countersignEnding", BOTH_SIDES),
            Map.entry("withdrawEndingProposal", BOTH_SIDES)));
  }

  @TestFactory
  Stream<DynamicTest> every_operation_refuses_what_is_malformed() {
    return BadInputs.tests();
  }
}
