package org.evenhand.review;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.test.BadInputs;
import org.evenhand.kit.test.RoleMatrix;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which role may knock at which operation; an operation that is not listed here fails. */
@QuarkusTest
class RoleMatrixTest {

  private static final Set<String> EVERYBODY = Set.copyOf(RoleMatrix.ROLES);

  @TestFactory
  Stream<DynamicTest> everyDoorOpensToItsRolesAlone() {
    Map<String, Set<String>> doors = new HashMap<>();
    directory(doors);
    cycles(doors);
    reviews(doors);
    appeals(doors);
    observations(doors);
    feedback(doors);
    goals(doors);
    plans(doors);
    checklists(doors);
    remediation(doors);
    checkIns(doors);
    guidesAndCircles(doors);
    upwardRounds(doors);
    opportunities(doors);
    catalogueAndMentoring(doors);
    return RoleMatrix.of(doors);
  }

  @TestFactory
  Stream<DynamicTest> everyOperationRefusesWhatIsMalformed() {
    return BadInputs.tests();
  }

  private static void directory(Map<String, Set<String>> doors) {
    Set<String> hris = Set.of("hris");
    Set<String> hrLead = Set.of("hr-lead");
    Set<String> readers = Set.of("employee", "manager", "hr", "hr-lead", "hris");
    doors.put("getMe", EVERYBODY);
    doors.put("listEmployees", readers);
    doors.put("getEmployee", readers);
    List.of(
            "listTasks",
            "getCalendar",
            "listCalendarFeeds",
            "makeCalendarFeed",
            "revokeCalendarFeed")
        .forEach(own -> doors.put(own, Set.of("employee", "manager", "hr", "hr-lead")));
    doors.put("getWaiver", Set.of("employee", "manager", "hr", "hr-lead"));
    List.of("proposeWaiver", "countersignWaiver", "refuseWaiver", "withdrawWaiver")
        .forEach(each -> doors.put(each, Set.of("manager", "hr", "hr-lead")));
    doors.put("getCalendarOfPerson", Set.of("service"));
    doors.put("readCalendarFeed", Set.of("service"));
    List.of("listDelegations", "delegate", "getDelegation", "revokeDelegation")
        .forEach(each -> doors.put(each, Set.of("employee", "manager", "hr", "hr-lead")));
    doors.put("findPeople", Set.of("employee", "manager", "hr", "hr-lead"));
    doors.put("namePeople", Set.of("service"));
    doors.put("getHrUnits", hrLead);
    doors.put("assignHrUnits", hrLead);
    doors.put("importOrg", hris);
    doors.put("getOrgImport", hris);
    doors.put("getOrgImportErrors", hris);
    doors.put("permitDeactivations", hrLead);
    doors.put("listWorkerTypes", Set.of("hris", "hr", "hr-lead"));
    doors.put("addWorkerType", hrLead);
    doors.put("removeWorkerType", hrLead);
    doors.put("listImportMappings", hris);
    doors.put("getImportMapping", hris);
    doors.put("putImportMapping", hris);
    doors.put("removeImportMapping", hris);
    Set<String> staff = Set.of("employee", "manager", "hr", "hr-lead", "auditor", "hris");
    List.of("listSiteCalendars", "getSiteCalendar", "listFreeDays")
        .forEach(read -> doors.put(read, staff));
    doors.put("putSiteCalendar", Set.of("hr-lead", "hris"));
    doors.put("removeSiteCalendar", Set.of("hr-lead", "hris"));
    doors.put("importRatings", hris);
    doors.put("getRatingImport", hris);
    doors.put("getRatingImportErrors", hris);
    List.of("importOpportunities", "getOpportunityImport", "getOpportunityImportErrors")
        .forEach(of -> doors.put(of, hris));
    doors.put("listRatings", Set.of("hris", "hr-lead"));
  }

  private static void cycles(Map<String, Set<String>> doors) {
    Set<String> hr = Set.of("hr", "hr-lead");
    Set<String> bothSides = Set.of("manager", "hr", "hr-lead");
    Set<String> readers = Set.of("employee", "manager", "hr", "hr-lead", "auditor");
    List.of("listCycles", "getCycle").forEach(read -> doors.put(read, readers));
    List.of(
            "planCycle",
            "scheduleCycle",
            "startCalibration",
            "openAppeals",
            "closeCycle",
            "addJoiner")
        .forEach(command -> doors.put(command, hr));
    List.of(
            "cancelCycle",
            "countersignCancellation",
            "withdrawCancellation",
            "proposeOpening",
            "countersignOpening",
            "proposeSharing",
            "withdrawSharing",
            "countersignSharing")
        .forEach(decision -> doors.put(decision, bothSides));
    doors.put("listExceptions", Set.of("employee", "manager", "hr", "hr-lead"));
    doors.put("claimSamples", Set.of("service"));
    doors.put("redactSentence", Set.of("service"));
  }

  private static void appeals(Map<String, Set<String>> doors) {
    Set<String> hr = Set.of("hr", "hr-lead");
    Set<String> people = Set.of("employee", "manager", "hr", "hr-lead");
    Set<String> readers = Set.of("employee", "manager", "hr", "hr-lead", "auditor");
    List.of("listAppeals", "getAppeal").forEach(read -> doors.put(read, readers));
    List.of(
            "fileAppeal",
            "nameCompanion",
            "removeCompanion",
            "withdrawAppeal",
            "referAppeal",
            "respondToAppeal",
            "scoreAppeal",
            "recordHearing",
            "voteOnAppeal",
            "reassessAppeal")
        .forEach(operation -> doors.put(operation, people));
    List.of("screenAppeal", "convenePanel", "checkEvidence", "replacePanelMember", "nameReassessor")
        .forEach(command -> doors.put(command, hr));
  }

  private static void observations(Map<String, Set<String>> doors) {
    List.of(
            "listObservations",
            "getObservation",
            "keepObservation",
            "tellObservation",
            "replyToObservation",
            "citeObservation",
            "withdrawObservation")
        .forEach(each -> doors.put(each, Set.of("employee", "manager", "hr", "hr-lead")));
  }

  private static void feedback(Map<String, Set<String>> doors) {
    List.of(
            "listFeedback",
            "getFeedback",
            "previewFeedback",
            "giveFeedback",
            "addToFeedback",
            "openFeedback",
            "citeFeedback",
            "retractFeedback",
            "listFeedbackRequests",
            "getFeedbackRequest",
            "askForFeedback",
            "declineFeedbackRequest",
            "openFeedbackRequest")
        .forEach(each -> doors.put(each, Set.of("employee", "manager", "hr", "hr-lead")));
    doors.put("hideFeedback", Set.of("hr", "hr-lead"));
  }

  private static void plans(Map<String, Set<String>> doors) {
    List.of(
            "listDevelopmentPlans",
            "getDevelopmentPlan",
            "beginDevelopmentPlan",
            "changeDevelopmentPlan",
            "wishInDevelopmentPlan",
            "proposeDevelopmentPlan",
            "agreeDevelopmentPlan",
            "withdrawDevelopmentPlan",
            "confirmDevelopmentPlan",
            "endDevelopmentAction",
            "holdCheckpoint",
            "deliverMeans",
            "completeDevelopmentPlan",
            "closeDevelopmentPlan",
            "carryOverDevelopmentPlan",
            "citeDevelopmentPlan",
            "withdrawDevelopmentPlanCitation")
        .forEach(operation -> doors.put(operation, Set.of("employee", "manager", "hr", "hr-lead")));
  }

  private static void checklists(Map<String, Set<String>> doors) {
    List.of(
            "listChecklistTemplates",
            "getChecklistTemplate",
            "listChecklists",
            "getChecklist",
            "getChangesOfAbsence",
            "closeChecklistItem",
            "nameChecklistBuddy")
        .forEach(operation -> doors.put(operation, Set.of("employee", "manager", "hr", "hr-lead")));
    List.of("putChecklistTemplate", "takeChecklistTemplate", "beginChecklist", "cancelChecklist")
        .forEach(operation -> doors.put(operation, Set.of("hr", "hr-lead")));
  }

  private static void remediation(Map<String, Set<String>> doors) {
    List.of(
            "listRemediationPlans",
            "proposeRemediationPlan",
            "getRemediationPlan",
            "changeRemediationPlan",
            "acknowledgeRemediationPlan",
            "nameRemediationCompanion",
            "answerRemediationCompanion",
            "holdRemediationCheckpoint",
            "deliverRemediationMeans",
            "confirmRemediationPlan",
            "extendRemediationPlan",
            "meetRemediationPlan",
            "signRemediationNotMet",
            "cancelRemediationPlan")
        .forEach(operation -> doors.put(operation, Set.of("employee", "manager", "hr", "hr-lead")));
    doors.put("reviewRemediationPlan", Set.of("hr", "hr-lead"));
    doors.put("listRemediationExceptions", Set.of("auditor"));
  }

  private static void goals(Map<String, Set<String>> doors) {
    Set<String> people = Set.of("employee", "manager", "hr", "hr-lead");
    List.of(
            "listGoals",
            "getGoal",
            "draftGoal",
            "changeGoal",
            "linkGoal",
            "proposeGoal",
            "agreeGoal",
            "refuseGoalChange",
            "confirmGoal",
            "recordGoalProgress",
            "revisitGoal",
            "closeGoal",
            "remarkOnGoal",
            "citeGoal",
            "withdrawGoalCitation",
            "listLibraryGoals",
            "getLibraryGoal")
        .forEach(operation -> doors.put(operation, people));
    List.of("addLibraryGoal", "changeLibraryGoal", "retireLibraryGoal")
        .forEach(command -> doors.put(command, Set.of("hr", "hr-lead")));
    List.of(
            "assignGoals",
            "getGoalAssignment",
            "listGoalAssignmentResults",
            "getGoalAssignmentErrors")
        .forEach(bulk -> doors.put(bulk, Set.of("manager", "hr", "hr-lead")));
  }

  private static void checkIns(Map<String, Set<String>> doors) {
    List.of(
            "listCheckIns",
            "getCheckIn",
            "planCheckIn",
            "changeCheckIn",
            "holdCheckIn",
            "skipCheckIn",
            "putCheckInAgenda",
            "putSharedNote",
            "getPrivateNote",
            "putPrivateNote",
            "passEarlierNotesOn",
            "addCheckInAction",
            "listCheckInActions",
            "getCheckInAction",
            "closeCheckInAction")
        .forEach(each -> doors.put(each, Set.of("employee", "manager", "hr", "hr-lead")));
  }

  private static void upwardRounds(Map<String, Set<String>> doors) {
    List.of(
            "listUpwardRounds",
            "getUpwardRound",
            "getUpwardAnswers",
            "putUpwardAnswers",
            "withdrawUpwardAnswers")
        .forEach(each -> doors.put(each, Set.of("employee", "manager", "hr", "hr-lead")));
    List.of("openUpwardRound", "cancelUpwardRound")
        .forEach(each -> doors.put(each, Set.of("manager", "hr", "hr-lead")));
  }

  private static void guidesAndCircles(Map<String, Set<String>> doors) {
    List.of(
            "listConversationGuides",
            "getConversationGuide",
            "listGuideVersions",
            "listCoachingCircles",
            "getCoachingCircle",
            "foundCoachingCircle",
            "inviteToCircle",
            "joinCircle",
            "leaveCircle",
            "closeCircle",
            "planCircleMeeting",
            "holdCircleMeeting",
            "cancelCircleMeeting")
        .forEach(each -> doors.put(each, Set.of("employee", "manager", "hr", "hr-lead")));
    List.of("putGuideDraft", "signGuide", "takeGuideTemplate", "listTemplates", "getTemplate")
        .forEach(each -> doors.put(each, Set.of("manager", "hr", "hr-lead")));
  }

  private static void catalogueAndMentoring(Map<String, Set<String>> doors) {
    List.of(
            "listCatalogue",
            "getCatalogueEntry",
            "matchCatalogue",
            "takeCatalogueSeat",
            "leaveCatalogueSeat",
            "listMentors",
            "getMentorProfile",
            "putMentorProfile",
            "removeMentorProfile",
            "listMentorings",
            "getMentoring",
            "askForMentoring",
            "agreeMentoring",
            "declineMentoring",
            "withdrawMentoring",
            "beginMentoring",
            "endMentoring")
        .forEach(each -> doors.put(each, Set.of("employee", "manager", "hr", "hr-lead")));
    List.of(
            "draftCatalogueEntry",
            "changeCatalogueEntry",
            "publishCatalogueEntry",
            "retireCatalogueEntry")
        .forEach(each -> doors.put(each, Set.of("hr", "hr-lead")));
  }

  private static void opportunities(Map<String, Set<String>> doors) {
    List.of(
            "listOpportunities",
            "getOpportunity",
            "applyForOpportunity",
            "listOpportunityApplications",
            "getOpportunityApplication",
            "withdrawOpportunityApplication",
            "assessOpportunityApplication",
            "acceptOffer",
            "declineOffer")
        .forEach(each -> doors.put(each, Set.of("employee", "manager", "hr", "hr-lead")));
    List.of(
            "draftOpportunity",
            "changeOpportunity",
            "postOpportunity",
            "withdrawOpportunity",
            "decideOpportunityApplication")
        .forEach(each -> doors.put(each, Set.of("manager", "hr", "hr-lead")));
    List.of("nameAssessor", "releaseAssessor", "declareNotEligible")
        .forEach(each -> doors.put(each, Set.of("hr", "hr-lead")));
  }

  private static void reviews(Map<String, Set<String>> doors) {
    Set<String> hr = Set.of("hr", "hr-lead");
    Set<String> people = Set.of("employee", "manager", "hr", "hr-lead");
    List.of(
            "listReviews",
            "getReview",
            "putContribution",
            "listPeerRequests",
            "getPeerRequest",
            "nominatePeer",
            "agreeToPeer",
            "strikePeer",
            "declinePeerRequest",
            "recordObservation",
            "rateCriterion",
            "putContextNote",
            "submitReview",
            "acknowledgeReview")
        .forEach(operation -> doors.put(operation, people));
    List.of("reassignReview", "confirmReviewer", "proposeReopening", "endUnrated")
        .forEach(command -> doors.put(command, hr));
    doors.put("countersignReopening", Set.of("manager"));
    doors.put("getTrail", Set.of("employee", "manager", "hr", "hr-lead", "auditor"));
  }
}
