package cn.fupin.townships;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every command of a township, in phases: a phase begins when the one before it is wholly answered,
 * so no command can come before what it builds on. The same file gives the same plan.
 */
final class LoadPlan {

    enum Target {
        HOUSEHOLD,
        PROJECT,
        FUNDING,
        REPORTING
    }

    /** Who enters the phase's commands; whoever requested a payment may not approve it. */
    enum Clerk {
        TOWNSHIP("loader.township-clerk", "township-clerk"),
        COUNTY("loader.county-office", "county-office"),
        FINANCE("loader.county-finance", "county-finance");

        final String actor;
        final String role;

        Clerk(String actor, String role) {
            this.actor = actor;
            this.role = role;
        }
    }

    /** One command; lines with the same {@code stream} must be answered in order. */
    record Line(String to, String stream, String key, String body) {
        /** The body may hold personal numbers: it is never printed. */
        @Override
        public String toString() {
            return to + " (" + key + ")";
        }
    }

    record Phase(String zh, String en, Target target, Clerk clerk, List<Line> lines) {}

    private LoadPlan() {}

    static List<Phase> of(Township township) {
        var phases = new Phases(township);
        var people = Synthesiser.people(township);
        var places = new PlacePhases(phases);
        var projects = new ProjectPhases(phases);
        places.add();
        new PeoplePhases(phases, people).add();
        new LifePhases(phases, people.lives()).add();
        projects.addBeginnings();
        new FundPhases(phases).add();
        projects.addEnds(people.batches());
        places.supersede();
        claims(phases);
        return phases.all();
    }

    private static void claims(Phases phases) {
        phases.begin("原文数字", "the text's figures", Target.REPORTING, Clerk.TOWNSHIP);
        Township t = phases.township;
        Set<String> ids = new HashSet<>();
        for (var c : t.claims()) {
            String region = c.region() == null ? t.township() : c.region();
            String id = "claim-" + region + "-" + c.figure();
            phases.send(
                    "/claims/",
                    // the figure of a second day is a claim of its own
                    ids.add(id) ? id : id + "-" + c.claimedFor(),
                    "/statement",
                    new Requests.Statement(
                            region,
                            c.figure(),
                            c.phraseZh(),
                            c.value(),
                            c.unit(),
                            c.approximate(),
                            c.claimedFor(),
                            c.divisions(),
                            c.openQuestion(),
                            t.source().reference(),
                            c.claimedFor()));
        }
    }
}
