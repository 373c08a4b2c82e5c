package org.evenhand.review;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.evenhand.kit.test.RelationMatrix;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveApplication;
import org.evenhand.review.live.LiveCheckIn;
import org.evenhand.review.live.LiveChecklist;
import org.evenhand.review.live.LiveCircle;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveFeedbackRequest;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.LiveMentoring;
import org.evenhand.review.live.LiveObservation;
import org.evenhand.review.live.LiveOpportunity;
import org.evenhand.review.live.LivePeerRequest;
import org.evenhand.review.live.LivePlan;
import org.evenhand.review.live.LiveRemediation;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveUpwardRound;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Who reaches which review, cycle and employee, by what they are to them. The review is concluded,
 * a peer of two was asked for it, and HR has proposed to reopen it; the cycle is open, one beside
 * is a draft; the employee is the reviewee, has appealed against the result of another cycle, whose
 * acknowledgement HR has proposed to waive, and was told of what the peer has seen of them. {@code
 * inChain} serves the unit as HR and reports to the reviewee, as does {@code leadInChain}, who
 * leads HR. The peer has given them feedback that whoever leads them reads, one that they show to
 * HR, one that is public, and answers to the reviewer, who has asked once more. One goal of the
 * reviewee is agreed, one is a draft of the reviewer, one is open to the unit, one to the company;
 * of two development plans one is agreed, one is a draft of the reviewer. A checklist of their
 * return is accompanied by the peer, and so is a remediation plan; one of somebody else is
 * proposed. The two plan a check-in, and one of them has promised something. The reviewee and the
 * peer are in a circle, to which {@code other} is asked. The reviewer is asked about in a round, of
 * their direct reports, whoever {@code other} is too. Of three opportunities of the reviewer one is
 * open to the company, one is a draft; for the third, which has closed, the reviewee has applied,
 * and the peer is to assess that. The reviewee has asked the peer, who alone has a profile, to be
 * their mentor. Of two entries of the catalogue one is a draft.
 */
@QuarkusTest
class RelationMatrixTest {

  private static final String TABLE =
      """
      operation               own  reviewer line dotted hr   hrElsewhere hrLead inChain leadInChain peer other auditor hris

      getReview               yes  yes  yes  404  yes  404  yes  404  404  yes  404  403  403
      getTrail                404  yes  yes  404  yes  404  yes  404  404  404  404  yes  403
      putContribution/SELF    yes  403  403  404  403  404  403  404  404  403  404  403  403
      putContribution/MANAGER 403  yes  403  404  403  404  403  404  404  403  404  403  403
      putContribution/PEER    403  403  403  404  403  404  403  404  404  yes  404  403  403
      getPeerRequest          yes  yes  yes  404  yes  404  yes  404  404  yes  404  403  403
      agreeToPeer             403  yes  403  404  403  404  403  404  404  403  404  403  403
      strikePeer              403  yes  403  404  403  404  403  404  404  403  404  403  403
      declinePeerRequest      403  403  403  404  403  404  403  404  404  yes  404  403  403
      recordObservation       403  yes  403  404  403  404  403  404  404  403  404  403  403
      rateCriterion           403  yes  403  404  403  404  403  404  404  403  404  403  403
      putContextNote          403  yes  403  404  403  404  403  404  404  403  404  403  403
      submitReview            403  yes  403  404  403  404  403  404  404  403  404  403  403
      acknowledgeReview       yes  403  403  404  403  404  403  404  404  403  404  403  403
      reassignReview          403  403  403  403  yes  404  yes  404  404  403  403  403  403
      confirmReviewer         403  403  403  403  yes  404  yes  404  404  403  403  403  403
      proposeReopening        403  403  403  403  yes  404  yes  404  404  403  403  403  403
      countersignReopening    403  yes  yes  404  403  403  403  403  403  403  403  403  403
      endUnrated              403  403  403  403  yes  404  yes  404  404  403  403  403  403

      getCycle                yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  403
      getCycle/draft          404  404  404  404  yes  yes  yes  yes  yes  404  404  404  403
      listExceptions          yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  403  403
      listExceptions/draft    404  404  404  404  yes  yes  yes  yes  yes  404  404  403  403
      scheduleCycle           403  403  403  403  yes  403  yes  yes  yes  403  403  403  403
      scheduleCycle/draft     403  403  403  403  yes  403  yes  yes  yes  403  403  403  403
      startCalibration        403  403  403  403  yes  403  yes  yes  yes  403  403  403  403
      openAppeals             403  403  403  403  yes  403  yes  yes  yes  403  403  403  403
      closeCycle              403  403  403  403  yes  403  yes  yes  yes  403  403  403  403
      cancelCycle             403  yes  yes  403  yes  403  yes  yes  yes  403  403  403  403
      countersignCancellation 403  yes  yes  403  yes  403  yes  yes  yes  403  403  403  403
      withdrawCancellation    403  yes  yes  403  yes  403  yes  yes  yes  403  403  403  403
      addJoiner               403  403  403  403  yes  403  yes  yes  yes  403  403  403  403
      proposeOpening          403  yes  yes  403  yes  403  yes  yes  yes  403  403  403  403
      proposeOpening/draft    403  404  404  404  yes  403  yes  yes  yes  403  403  403  403
      countersignOpening      403  yes  yes  403  yes  403  yes  yes  yes  403  403  403  403
      proposeSharing          403  yes  yes  403  yes  403  yes  yes  yes  403  403  403  403
      withdrawSharing         403  yes  yes  403  yes  403  yes  yes  yes  403  403  403  403
      countersignSharing      403  yes  yes  403  yes  403  yes  yes  yes  403  403  403  403

      getAppeal               yes  404  404  404  yes  404  yes  404  404  404  404  yes  403
      nameCompanion           yes  404  404  404  403  404  403  404  404  404  404  403  403
      removeCompanion         yes  404  404  404  403  404  403  404  404  404  404  403  403
      withdrawAppeal          yes  404  404  404  403  404  403  404  404  404  404  403  403
      referAppeal             yes  404  404  404  403  404  403  404  404  404  404  403  403
      respondToAppeal         403  404  404  404  403  404  403  404  404  404  404  403  403
      scoreAppeal             403  404  404  404  403  404  403  404  404  404  404  403  403
      recordHearing           403  404  404  404  403  404  403  404  404  404  404  403  403
      voteOnAppeal            403  404  404  404  403  404  403  404  404  404  404  403  403
      reassessAppeal          403  404  404  404  403  404  403  404  404  404  404  403  403
      screenAppeal            403  403  403  403  yes  404  yes  404  404  403  403  403  403
      convenePanel            403  403  403  403  yes  404  yes  404  404  403  403  403  403
      checkEvidence           403  403  403  403  yes  404  yes  404  404  403  403  403  403
      replacePanelMember      403  403  403  403  yes  404  yes  404  404  403  403  403  403
      nameReassessor          403  403  403  403  yes  404  yes  404  404  403  403  403  403

      getWaiver               yes  yes  yes  404  yes  404  yes  404  404  404  404  403  403
      countersignWaiver       403  yes  yes  404  403  404  yes  404  404  403  403  403  403
      refuseWaiver            403  yes  yes  404  403  404  yes  404  404  403  403  403  403
      withdrawWaiver          403  403  403  404  yes  404  403  404  404  403  403  403  403

      getObservation          yes  yes  404  404  404  404  404  404  404  yes  404  403  403
      getObservation/untold   404  404  404  404  404  404  404  404  404  yes  404  403  403
      tellObservation         403  403  404  404  404  404  404  404  404  yes  404  403  403
      replyToObservation      yes  403  404  404  404  404  404  404  404  403  404  403  403
      citeObservation         yes  yes  404  404  404  404  404  404  404  403  404  403  403
      withdrawObservation     403  403  404  404  404  404  404  404  404  yes  404  403  403

      getFeedback             yes  yes  404  404  404  404  404  404  404  yes  404  403  403
      getFeedback/shown       yes  404  404  404  yes  404  yes  404  404  yes  404  403  403
      getFeedback/public      yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  403  403
      getFeedback/asked       404  yes  404  404  404  404  404  404  404  yes  404  403  403
      addToFeedback           403  403  404  404  404  404  404  404  404  yes  404  403  403
      openFeedback            yes  403  404  404  404  404  404  404  404  403  404  403  403
      citeFeedback            yes  403  404  404  404  404  404  404  404  403  404  403  403
      retractFeedback         403  403  404  404  404  404  404  404  404  yes  404  403  403
      hideFeedback            403  403  403  403  404  404  404  404  404  403  403  403  403
      hideFeedback/shown      403  403  403  403  yes  404  yes  404  404  403  403  403  403
      hideFeedback/public     403  403  403  403  yes  403  yes  403  403  403  403  403  403
      getFeedbackRequest      yes  yes  404  404  404  404  404  404  404  yes  404  403  403
      declineFeedbackRequest  403  403  404  404  404  404  404  404  404  yes  404  403  403
      openFeedbackRequest     403  yes  404  404  404  404  404  404  404  403  404  403  403

      getGoal                 yes  yes  yes  404  yes  404  yes  404  404  404  404  403  403
      changeGoal              yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      linkGoal                yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      proposeGoal             yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      agreeGoal               yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      refuseGoalChange        yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      confirmGoal             403  yes  403  404  403  404  403  404  404  404  404  403  403
      recordGoalProgress      yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      revisitGoal             yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      closeGoal               yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      remarkOnGoal            yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      citeGoal                yes  403  403  404  403  404  403  404  404  404  404  403  403
      withdrawGoalCitation    yes  403  403  404  403  404  403  404  404  404  404  403  403
      getGoal/draft           404  yes  404  404  404  404  404  404  404  404  404  403  403
      getGoal/unit            yes  yes  yes  404  yes  404  yes  404  404  404  yes  403  403
      changeGoal/unit         yes  yes  yes  404  403  404  403  404  404  404  403  403  403

      getDevelopmentPlan      yes  yes  yes  404  yes  404  yes  404  404  404  404  403  403
      changeDevelopmentPlan   yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      wishInDevelopmentPlan   yes  403  403  404  403  404  403  404  404  404  404  403  403
      proposeDevelopmentPlan  yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      agreeDevelopmentPlan    yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      withdrawDevelopmentPlan yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      confirmDevelopmentPlan  403  yes  403  404  403  404  403  404  404  404  404  403  403
      endDevelopmentAction    yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      holdCheckpoint          yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      deliverMeans            403  yes  yes  404  yes  404  yes  404  404  404  404  403  403
      completeDevelopmentPlan yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      closeDevelopmentPlan    yes  yes  yes  404  403  404  403  404  404  404  404  403  403
      carryOverDevelopmentPlan yes yes  yes  404  403  404  403  404  404  404  404  403  403
      citeDevelopmentPlan     yes  403  403  404  403  404  403  404  404  404  404  403  403
      withdrawDevelopmentPlanCitation yes 403 403 404 403 404 403 404 404 404 404 403 403
      getDevelopmentPlan/draft 404 yes  404  404  404  404  404  404  404  404  404  403  403

      getChecklist            yes  yes  404  404  yes  404  yes  404  404  yes  404  403  403
      getChangesOfAbsence     yes  403  404  404  403  404  403  404  404  403  404  403  403
      closeChecklistItem      yes  403  404  404  yes  404  yes  404  404  404  404  403  403
      closeChecklistItem/buddy 403 403  404  404  yes  404  yes  404  404  yes  404  403  403
      nameChecklistBuddy      403  yes  404  404  yes  404  yes  404  404  403  404  403  403
      cancelChecklist         403  403  403  403  yes  404  yes  404  404  403  403  403  403

      getRemediationPlan      yes  yes  404  404  yes  404  yes  404  404  yes  404  403  403
      changeRemediationPlan   403  yes  404  404  403  404  403  404  404  403  404  403  403
      reviewRemediationPlan   403  403  403  403  yes  404  yes  404  404  403  403  403  403
      acknowledgeRemediationPlan yes  403  404  404  403  404  403  404  404  403  404  403  403
      nameRemediationCompanion yes  403  404  404  403  404  403  404  404  403  404  403  403
      answerRemediationCompanion 403  403  404  404  403  404  403  404  404  yes  404  403  403
      holdRemediationCheckpoint yes  yes  404  404  403  404  403  404  404  403  404  403  403
      deliverRemediationMeans 403  yes  404  404  yes  404  yes  404  404  403  404  403  403
      confirmRemediationPlan  403  yes  404  404  403  404  403  404  404  403  404  403  403
      extendRemediationPlan   403  yes  404  404  403  404  403  404  404  403  404  403  403
      meetRemediationPlan     403  yes  404  404  403  404  403  404  404  403  404  403  403
      signRemediationNotMet   403  yes  404  404  yes  404  yes  404  404  403  404  403  403
      cancelRemediationPlan   403  yes  404  404  yes  404  yes  404  404  403  404  403  403
      getRemediationPlan/proposed 404  404  404  404  yes  404  yes  yes  yes  404  404  403  403

      getCheckIn              yes  yes  404  404  404  404  404  404  404  404  404  403  403
      changeCheckIn           yes  yes  404  404  404  404  404  404  404  404  404  403  403
      putCheckInAgenda        yes  yes  404  404  404  404  404  404  404  404  404  403  403
      putSharedNote           yes  yes  404  404  404  404  404  404  404  404  404  403  403
      getPrivateNote          yes  yes  404  404  404  404  404  404  404  404  404  403  403
      putPrivateNote          yes  yes  404  404  404  404  404  404  404  404  404  403  403
      passEarlierNotesOn      yes  403  404  404  404  404  404  404  404  404  404  403  403
      addCheckInAction        yes  yes  404  404  404  404  404  404  404  404  404  403  403
      holdCheckIn             yes  yes  404  404  404  404  404  404  404  404  404  403  403
      skipCheckIn             yes  yes  404  404  404  404  404  404  404  404  404  403  403
      getCheckInAction        yes  yes  404  404  404  404  404  404  404  404  404  403  403
      closeCheckInAction      yes  yes  404  404  404  404  404  404  404  404  404  403  403

      getCoachingCircle       yes  404  404  404  yes  yes  yes  yes  yes  yes  yes  403  403
      inviteToCircle          yes  404  404  404  403  403  403  403  403  yes  403  403  403
      joinCircle              403  404  404  404  403  403  403  403  403  403  yes  403  403
      leaveCircle             yes  404  404  404  403  403  403  403  403  yes  yes  403  403
      closeCircle             yes  404  404  404  403  403  403  403  403  yes  403  403  403
      planCircleMeeting       yes  404  404  404  403  403  403  403  403  yes  403  403  403
      holdCircleMeeting       yes  404  404  404  403  403  403  403  403  yes  403  403  403
      cancelCircleMeeting     yes  404  404  404  403  403  403  403  403  yes  403  403  403

      getUpwardRound          yes  yes  yes  404  yes  404  yes  404  404  404  yes  403  403
      getUpwardAnswers        yes  403  403  404  403  404  403  404  404  404  yes  403  403
      putUpwardAnswers        yes  403  403  404  403  404  403  404  404  404  yes  403  403
      withdrawUpwardAnswers   yes  403  403  404  403  404  403  404  404  404  yes  403  403
      cancelUpwardRound       403  403  yes  404  403  404  403  404  404  403  403  403  403
      getOpportunity          yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  403  403
      getOpportunity/draft    404  yes  404  404  yes  404  yes  yes  yes  404  404  403  403
      changeOpportunity       403  yes  403  403  yes  403  yes  yes  yes  403  403  403  403
      changeOpportunity/draft 403  yes  404  404  yes  404  yes  yes  yes  403  403  403  403
      postOpportunity         403  yes  403  403  yes  403  yes  yes  yes  403  403  403  403
      withdrawOpportunity     403  yes  403  403  yes  403  yes  yes  yes  403  403  403  403
      nameAssessor            403  403  403  403  yes  403  yes  yes  yes  403  403  403  403
      releaseAssessor         403  403  403  403  yes  403  yes  yes  yes  403  403  403  403
      applyForOpportunity     yes  403  yes  yes  yes  yes  yes  yes  yes  yes  yes  403  403
      applyForOpportunity/draft 404 403 404  404  403  404  403  403  403  404  404  403  403
      getOpportunityApplication yes 404 404  404  yes  404  yes  404  404  yes  404  403  403
      withdrawOpportunityApplication yes 404 404 404 403 404 403 404 404 403 404 403 403
      declareNotEligible      403  403  403  403  yes  404  yes  404  404  403  403  403  403
      assessOpportunityApplication 403 404 404 404 yes 404 403 404 404 yes 404 403 403
      decideOpportunityApplication 403 404 404 404 yes 404 yes 404 404 403 403 403 403
      acceptOffer             yes  404  404  404  403  404  403  404  404  403  404  403  403
      declineOffer            yes  404  404  404  403  404  403  404  404  403  404  403  403

      getMentoring            yes  404  404  404  yes  yes  yes  yes  yes  yes  404  403  403
      agreeMentoring          403  404  404  404  403  403  403  403  403  yes  404  403  403
      declineMentoring        403  404  404  404  403  403  403  403  403  yes  404  403  403
      withdrawMentoring       yes  404  404  404  403  403  403  403  403  403  404  403  403
      beginMentoring          yes  404  404  404  403  403  403  403  403  yes  404  403  403
      endMentoring            yes  404  404  404  403  403  403  403  403  yes  404  403  403

      getMentorProfile        404  404  404  404  404  404  404  404  404  yes  404  403  403
      removeMentorProfile     404  404  404  404  404  404  404  404  404  yes  404  403  403

      getCatalogueEntry       yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  403  403
      getCatalogueEntry/draft 404  404  404  404  yes  yes  yes  yes  yes  404  404  403  403
      changeCatalogueEntry/draft 403 403 403 403  yes  yes  yes  yes  yes  403  403  403  403
      publishCatalogueEntry/draft 403 403 403 403 yes  yes  yes  yes  yes  403  403  403  403
      retireCatalogueEntry    403  403  403  403  yes  yes  yes  yes  yes  403  403  403  403
      takeCatalogueSeat/draft 404  404  404  404  409  409  409  409  409  404  404  403  403
      leaveCatalogueSeat/draft 404 404  404  404  409  409  409  409  409  404  404  403  403

      getConversationGuide    yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  403  403
      listGuideVersions       yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  yes  403  403

      getEmployee             yes  yes  yes  404  yes  404  yes  yes  yes  404  404  403  yes
      getHrUnits              403  403  403  403  403  403  yes  403  yes  403  403  403  403
      assignHrUnits           403  403  403  403  403  403  yes  403  yes  403  403  403  403
      """;

  private static final Set<String> WITHOUT_OBJECT =
      Set.of(
          "getMe",
          "listTasks",
          "proposeWaiver",
          "getCalendar",
          "getCalendarOfPerson",
          "listCalendarFeeds",
          "makeCalendarFeed",
          "revokeCalendarFeed",
          "readCalendarFeed",
          "listReviews",
          "listAppeals",
          "fileAppeal",
          "listFeedback",
          "previewFeedback",
          "giveFeedback",
          "listFeedbackRequests",
          "askForFeedback",
          "listObservations",
          "keepObservation",
          "listCycles",
          "listEmployees",
          "findPeople",
          "namePeople",
          "listRatings",
          "planCycle",
          "claimSamples",
          "redactSentence",
          "importOrg",
          "getOrgImport",
          "getOrgImportErrors",
          "permitDeactivations",
          "listWorkerTypes",
          "addWorkerType",
          "removeWorkerType",
          "listImportMappings",
          "getImportMapping",
          "putImportMapping",
          "removeImportMapping",
          "listDelegations",
          "delegate",
          "getDelegation",
          "revokeDelegation",
          "listSiteCalendars",
          "getSiteCalendar",
          "putSiteCalendar",
          "removeSiteCalendar",
          "listFreeDays",
          "listGoals",
          "draftGoal",
          "listDevelopmentPlans",
          "beginDevelopmentPlan",
          "listRemediationPlans",
          "proposeRemediationPlan",
          "listRemediationExceptions",
          "listChecklistTemplates",
          "getChecklistTemplate",
          "putChecklistTemplate",
          "listChecklists",
          "beginChecklist",
          "listCheckIns",
          "planCheckIn",
          "listCheckInActions",
          "listConversationGuides",
          "putGuideDraft",
          "signGuide",
          "listTemplates",
          "getTemplate",
          "takeGuideTemplate",
          "takeChecklistTemplate",
          "listCoachingCircles",
          "listCatalogue",
          "draftCatalogueEntry",
          "matchCatalogue",
          "listMentors",
          "putMentorProfile",
          "listMentorings",
          "askForMentoring",
          "listOpportunities",
          "draftOpportunity",
          "listOpportunityApplications",
          "foundCoachingCircle",
          "listPeerRequests",
          "nominatePeer",
          "listUpwardRounds",
          "openUpwardRound",
          "listLibraryGoals",
          "getLibraryGoal",
          "addLibraryGoal",
          "changeLibraryGoal",
          "retireLibraryGoal",
          "assignGoals",
          "getGoalAssignment",
          "listGoalAssignmentResults",
          "getGoalAssignmentErrors",
          "importOpportunities",
          "getOpportunityImport",
          "getOpportunityImportErrors",
          "importRatings",
          "getRatingImport",
          "getRatingImportErrors");

  private Company company;
  private Person reviewee;
  private LiveReview review;
  private LiveCycle cycle;
  private LiveCycle draft;
  private LiveAppeal appeal;
  private String waiver;
  private LiveObservation observation;
  private LiveObservation untold;
  private Map<String, LiveFeedback> feedback;
  private LiveFeedbackRequest request;
  private LiveGoal goal;
  private LiveGoal drafted;
  private LiveGoal open;
  private LivePlan plan;
  private LivePlan begun;
  private LiveChecklist checklist;
  private LiveRemediation remediation;
  private LiveRemediation unreviewed;
  private LiveCheckIn checkIn;
  private String action;
  private LiveCircle circle;
  private LiveUpwardRound round;
  private LivePeerRequest peer;
  private LiveOpportunity opportunity;
  private LiveOpportunity unposted;
  private LiveOpportunity closed;
  private LiveApplication application;
  private LiveMentoring mentoring;
  private String entry;
  private String unpublished;

  @TestFactory
  Stream<DynamicTest> whoReachesWhat() {
    found();
    Map<String, Tokens> callers = callers();
    return Stream.of(
            RelationMatrix.of(TABLE, callers, WITHOUT_OBJECT, paths()),
            RelationMatrix.agreement(
                "/v1/reviews?cycle=" + company.mark(),
                cycle.reviews().values().stream().map(LiveReview::id).toList(),
                id -> "/v1/reviews/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/appeals", List.of(appeal.id()), id -> "/v1/appeals/" + id, callers),
            RelationMatrix.agreement(
                "/v1/observations",
                List.of(observation.id(), untold.id()),
                id -> "/v1/observations/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/feedback",
                feedback.values().stream().map(LiveFeedback::id).toList(),
                id -> "/v1/feedback/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/feedback-requests",
                List.of(request.id()),
                id -> "/v1/feedback-requests/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/goals",
                List.of(goal.id(), drafted.id(), open.id()),
                id -> "/v1/goals/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/development-plans",
                List.of(plan.id(), begun.id()),
                id -> "/v1/development-plans/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/checklists", List.of(checklist.id()), id -> "/v1/checklists/" + id, callers),
            RelationMatrix.agreement(
                "/v1/remediation-plans",
                List.of(remediation.id(), unreviewed.id()),
                id -> "/v1/remediation-plans/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/check-ins", List.of(checkIn.id()), id -> "/v1/check-ins/" + id, callers),
            RelationMatrix.agreement(
                "/v1/check-in-actions",
                List.of(action.substring(action.lastIndexOf('/') + 1)),
                id -> "/v1/check-in-actions/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/coaching-circles",
                List.of(circle.id()),
                id -> "/v1/coaching-circles/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/peer-requests", List.of(peer.id()), id -> "/v1/peer-requests/" + id, callers),
            RelationMatrix.agreement(
                "/v1/upward-rounds", List.of(round.id()), id -> "/v1/upward-rounds/" + id, callers),
            RelationMatrix.agreement(
                "/v1/opportunities",
                List.of(opportunity.id(), unposted.id(), closed.id()),
                id -> "/v1/opportunities/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/mentorings", List.of(mentoring.id()), id -> "/v1/mentorings/" + id, callers),
            RelationMatrix.agreement(
                "/v1/catalogue", List.of(entry, unpublished), id -> "/v1/catalogue/" + id, callers),
            RelationMatrix.agreement(
                "/v1/opportunity-applications",
                List.of(application.id()),
                id -> "/v1/opportunity-applications/" + id,
                callers),
            RelationMatrix.agreement(
                "/v1/cycles", List.of(cycle.id(), draft.id()), id -> "/v1/cycles/" + id, callers),
            RelationMatrix.agreement(
                "/v1/employees?q=" + company.mark() + "-",
                Hris.asHris().get("/v1/employees?q=" + company.mark() + "-").path("items.id"),
                id -> "/v1/employees/" + id,
                callers))
        .flatMap(tests -> tests);
  }

  private void found() {
    company = Company.of(3);
    cycle = LiveCycle.open(company);
    draft = LiveCycle.planned(company, Policy.inEffect(), company.mark() + "-draft");
    reviewee = company.staff.get(0);
    review = cycle.reviewOf(reviewee);
    peer =
        LivePeerRequest.asked(
                reviewee, company.lead, review, company.stranger, company.staff.get(2))
            .get(0);
    review.conclude(company.lead, 3);
    appeal = appealed();
    waiver = reviewee.ask().get("/v1/tasks?kind=ACKNOWLEDGEMENT").path("items[0].waiver");
    company
        .hr
        .ask()
        .contentType(ContentType.JSON)
        .body(Map.of("code", "AWAY", "reason", "Nobody to ask until February"))
        .post(waiver)
        .then()
        .statusCode(201);
    observation = LiveObservation.told(company.stranger, reviewee);
    untold = LiveObservation.kept(company.stranger, reviewee);
    feedback = given();
    request = LiveFeedbackRequest.about(reviewee, company.lead, company.stranger);
    goal = LiveGoal.agreed(company.lead, reviewee, LiveGoal.terms("a goal", Map.of()));
    drafted = LiveGoal.drafted(company.lead, reviewee, LiveGoal.terms("a draft", Map.of()));
    open =
        LiveGoal.agreed(
            company.lead, reviewee, LiveGoal.terms("an open one", Map.of("visibility", "UNIT")));
    plan = LivePlan.agreed(company.lead, reviewee, LivePlan.terms("a plan"));
    begun = LivePlan.begun(company.lead, reviewee, LivePlan.terms("a draft"));
    checklist = LiveChecklist.begun(company, reviewee, "RETURN", LiveChecklist.oneEach());
    checklist.accompanied(company.lead, company.stranger).then().statusCode(200);
    remediated();
    checkIn = LiveCheckIn.planned(company.lead, reviewee);
    action = checkIn.promised(reviewee, "MANAGER", "Ask for a second tester");
    circle = LiveCircle.founded(reviewee, company.stranger, company.staff.get(1));
    circle.post(company.stranger, "membership").then().statusCode(200);
    round = LiveUpwardRound.opened(company.chief, company.lead);
    opportunity = LiveOpportunity.posted(company.lead, company);
    unposted = LiveOpportunity.drafted(company.lead, company);
    opportunity.assessedBy(company.hr, company.stranger);
    closed = LiveOpportunity.posted(company.lead, company);
    closed.assessedBy(company.hr, company.stranger);
    application = closed.appliedBy(reviewee);
    closed.closed();
    LiveMentoring.offer(company.stranger, 1);
    mentoring = LiveMentoring.asked(reviewee, company.stranger);
    entry = entered();
    unpublished = entered();
    company
        .hrElsewhere
        .ask()
        .header("If-Match", company.hr.ask().get("/v1/catalogue/" + entry).header("ETag"))
        .post("/v1/catalogue/" + entry + "/publication")
        .then()
        .statusCode(200);
    review
        .post(company.hr, "reopening", Map.of("reason", "A release was left out"))
        .then()
        .statusCode(200);
  }

  /** A draft of the catalogue. */
  private String entered() {
    return Said.id(
        company
            .hr
            .ask()
            .body(
                Map.of(
                    "kind",
                    "COURSE",
                    "title",
                    "Planning with others",
                    "description",
                    "Two days, in a group",
                    "languages",
                    List.of("nl-NL")))
            .post("/v1/catalogue"),
        201,
        "DRAFT");
  }

  /** One that runs beside an appeal; one of somebody else whom the chief leads is proposed. */
  private void remediated() {
    LiveRemediation.anchored();
    remediation = LiveRemediation.proposed(company.lead, reviewee);
    remediation
        .post(company.hrLead, "review", Map.of("exception", "It can't wait"))
        .then()
        .statusCode(200);
    remediation.post(reviewee, "acknowledgement", Map.of()).then().statusCode(200);
    remediation.begin(2);
    remediation
        .put(reviewee, "companion", Map.of("employeeId", LiveAppeal.idOf(company.stranger)))
        .then()
        .statusCode(200);
    remediation
        .post(company.stranger, "companion/answer", Map.of("accepted", true))
        .then()
        .statusCode(200);
    Person second = company.person("SECOND", "Ada", "Olsen", "employee", "manager");
    Person third = company.person("THIRD", "Ivo", "Kral", "employee");
    Hris.takeIn(
        company.hire(second, company.chief, company.care()),
        company.hire(third, second, company.care()));
    unreviewed = LiveRemediation.proposed(second, third);
  }

  private Map<String, LiveFeedback> given() {
    LiveFeedback shown =
        LiveFeedback.given(company.stranger, LiveFeedback.critique(Map.of(), reviewee));
    shown.open(reviewee, "HR").then().statusCode(200);
    return Map.of(
        "",
        LiveFeedback.given(
            company.stranger,
            LiveFeedback.critique(Map.of("visibility", "RECIPIENT_AND_MANAGER"), reviewee)),
        "shown",
        shown,
        "public",
        LiveFeedback.given(
            company.stranger, LiveFeedback.recognition(Map.of("visibility", "PUBLIC"), reviewee)),
        "asked",
        LiveFeedbackRequest.about(reviewee, company.lead, company.stranger)
            .answer(company.stranger, reviewee, Map.of()));
  }

  private LiveAppeal appealed() {
    LiveCycle past = LiveCycle.open(company, company.mark() + "-past");
    LiveReview known = past.reviewOf(reviewee);
    known.conclude(company.lead, 3);
    past.calibrate();
    past.share();
    return LiveAppeal.filed(reviewee, known);
  }

  private Map<String, Tokens> callers() {
    Map<String, Tokens> callers = new LinkedHashMap<>();
    callers.put("own", reviewee.token());
    callers.put("reviewer", company.lead.token());
    callers.put("line", company.chief.token());
    callers.put("dotted", company.dotted.token());
    callers.put("hr", company.hr.token());
    callers.put("hrElsewhere", company.hrElsewhere.token());
    callers.put("hrLead", company.hrLead.token());
    callers.put("inChain", company.hrInChain.token());
    callers.put("leadInChain", company.hrLeadInChain.token());
    callers.put("peer", company.stranger.token());
    callers.put("other", company.staff.get(1).token());
    callers.put("auditor", company.auditor.token());
    callers.put("hris", Tokens.forClient("evenhand-hris", "hris"));
    return callers;
  }

  private static boolean isRemediation(String row) {
    return row.contains("Remediation");
  }

  private LiveGoal goal(String variant) {
    return switch (variant) {
      case "draft" -> drafted;
      case "unit" -> open;
      default -> goal;
    };
  }

  private BinaryOperator<String> paths() {
    String employee =
        Hris.asHris().get("/v1/employees?q=" + reviewee.externalId()).path("items[0].id");
    String planned = plan.action();
    String checkpoint = plan.checkpoint();
    String means = plan.means();
    String ofRemediation = remediation.seenBy(reviewee).at("/checkpoints/0/id").asText();
    String owed = remediation.seenBy(reviewee).at("/means/0/id").asText();
    String theirs = checklist.item("EMPLOYEE");
    String buddys = checklist.item("BUDDY");
    return (row, template) -> {
      String variant = row.substring(row.indexOf('/') + 1);
      return template
          .replace("/v1/tasks/{service}/{id}/waiver", waiver)
          .replace("/v1/reviews/{id}", review.path())
          .replace("/v1/appeals/{id}", appeal.path())
          .replace(
              "/v1/observations/{id}",
              variant.equals("untold") ? untold.path() : observation.path())
          .replace("/v1/feedback/{id}", feedback.getOrDefault(variant, feedback.get("")).path())
          .replace("/v1/feedback-requests/{id}", request.path())
          .replace("/v1/goals/{id}", goal(variant).path())
          .replace("/v1/development-plans/{id}", (variant.equals("draft") ? begun : plan).path())
          .replace("{reviewId}", review.id())
          .replace("{actionId}", planned)
          .replace(
              "/v1/remediation-plans/{id}",
              (variant.equals("proposed") ? unreviewed : remediation).path())
          .replace("{checkpointId}", isRemediation(row) ? ofRemediation : checkpoint)
          .replace("{meansId}", isRemediation(row) ? owed : means)
          .replace("/v1/checklists/{id}", checklist.path())
          .replace("{itemId}", variant.equals("buddy") ? buddys : theirs)
          .replace("/v1/check-ins/{id}", checkIn.path())
          .replace("/v1/check-in-actions/{id}", action)
          .replace("/v1/coaching-circles/{id}", circle.path())
          .replace("/v1/upward-rounds/{id}", round.path())
          .replace("/v1/peer-requests/{id}", peer.path())
          .replace("/v1/opportunity-applications/{id}", application.path())
          .replace("/v1/mentorings/{id}", mentoring.path())
          .replace(
              "/v1/catalogue/{id}",
              "/v1/catalogue/" + (variant.equals("draft") ? unpublished : entry))
          .replace("{situation}", "DISAGREEMENT")
          .replace(
              "/v1/opportunities/{id}", (variant.equals("draft") ? unposted : opportunity).path())
          .replace("{employeeId}", employee)
          .replace("/v1/cycles/{id}", variant.equals("draft") ? draft.path() : cycle.path())
          .replace("/v1/employees/{id}", "/v1/employees/" + employee)
          .replace("{employeeExternalId}", reviewee.externalId())
          .replace("{type}", variant)
          .replace("{criterion}", "delivery");
    };
  }
}
