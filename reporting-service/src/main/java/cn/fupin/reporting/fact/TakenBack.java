package cn.fupin.reporting.fact;

import java.util.Set;

/**
 * What was entered wrongly and is taken back as a whole never was, on no day. Its rows stay: who
 * asks with an earlier {@code known} still finds it.
 */
public final class TakenBack {
    /** The events that say so; each names the one it takes back in {@code correctsEventId}. */
    public static final Set<String> TYPES =
            Set.of(
                    "VisitTakenBack",
                    "PlanTakenBack",
                    "PlannedMeasureTakenBack",
                    "MeasureTakenBack",
                    "QuarterCheckTakenBack",
                    "HandbookTakenBack",
                    "ClearCardTakenBack",
                    "ResultTakenBack",
                    "ClearanceTakenBack",
                    "BenefitLinkTakenBack",
                    "BenefitLinkEndTakenBack",
                    "DividendTakenBack",
                    "MeetingTakenBack",
                    "TrainingTakenBack",
                    "SurveyRoundTakenBack",
                    "InspectionTakenBack",
                    "PolicyDocumentTakenBack",
                    "VillageExitRecheckTakenBack",
                    "ListingTakenBack",
                    "SuccessionTakenBack",
                    "RenamingTakenBack",
                    "PoorVillageIdentificationTakenBack",
                    "PoorVillageExitTakenBack");

    private TakenBack() {}

    /** SQL: whether what a row says was not taken back, by what is known. */
    public static String stands(String row) {
        return """
        not exists (
            select 1 from facts_taken_back wrong
            where wrong.corrects_event_id = %s.event_id and wrong.position <= :household)\
        """
                .formatted(row);
    }
}
