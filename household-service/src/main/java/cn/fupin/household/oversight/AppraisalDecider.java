package cn.fupin.household.oversight;

import static cn.fupin.household.oversight.OversightReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.oversight.AppraisalEvent.HelperAppraised;
import java.util.List;
import java.util.Map;

/** A year is appraised during it or after it, never before. */
enum AppraisalDecider
        implements Decider<AppraiseHelper, AppraisalDecider.Appraisal, AppraisalEvent> {
    INSTANCE;

    sealed interface Appraisal {
        record NotHeld() implements Appraisal {}

        record Held(String region) implements Appraisal {}
    }

    @Override
    public Appraisal initial() {
        return new Appraisal.NotHeld();
    }

    @Override
    public List<AppraisalEvent> decide(AppraiseHelper c, Appraisal state) {
        var asked = c.asked();
        if (state instanceof Appraisal.Held) throw new Refused(ALREADY_RECORDED);
        if (asked.appraisedOn().isAfter(Shanghai.dateOf(asked.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        if (asked.year() > asked.appraisedOn().getYear())
            throw new Refused(YEAR_AFTER_THE_APPRAISAL);
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        var since = c.knownSince();
        if (since == null) throw new Refused(HELPER_UNKNOWN, Map.of("helperId", asked.helperId()));
        if (since.isAfter(asked.appraisedOn())) {
            throw new Refused(HELPER_NOT_KNOWN_YET, Map.of("knownSince", since.toString()));
        }
        return List.of(
                new HelperAppraised(
                        asked.appraisalId(),
                        asked.appraisedOn(),
                        asked.helperId(),
                        asked.region(),
                        asked.year(),
                        asked.grade(),
                        asked.consequence(),
                        asked.decidedBy(),
                        asked.assumed()));
    }

    @Override
    public Appraisal evolve(Appraisal state, AppraisalEvent event) {
        return switch (event) {
            case HelperAppraised e -> new Appraisal.Held(e.region());
        };
    }

    @Override
    public String region(Appraisal state) {
        return ((Appraisal.Held) state).region();
    }
}
