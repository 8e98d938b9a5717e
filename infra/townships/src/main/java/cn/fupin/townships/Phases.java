package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.LoadPlan.Clerk;
import cn.fupin.townships.LoadPlan.Line;
import cn.fupin.townships.LoadPlan.Phase;
import cn.fupin.townships.LoadPlan.Target;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects the phases of a load; a phase that turns out empty is left out. */
final class Phases {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(i -> i.withValueInclusion(Include.NON_NULL))
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    static final String NOTICE_BOARD = "村务公开栏";

    final Township township;
    final Ids ids;
    private final List<Phase> phases = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    Phases(Township township) {
        this.township = township;
        this.ids = new Ids(township.id());
    }

    List<Phase> all() {
        return phases.stream().filter(p -> !p.lines().isEmpty()).toList();
    }

    void begin(String zh, String en, Target target, Clerk clerk) {
        phases.add(new Phase(zh, en, target, clerk, new ArrayList<>()));
    }

    void region(String code, String what, Record body) {
        send("/regions/", "region-" + code, "/" + what, body);
    }

    void household(Household household, String step, Record body) {
        send("/households/", household.id(), "/" + step, body);
    }

    /** 公告, in a village: of whoever decided, under the number the file gives it. */
    void announce(
            String kind,
            String part,
            String village,
            List<Household> households,
            Township.Decision decidedBy,
            Township.Announcement said) {
        send(
                "/announcements/",
                ids.of("announcement", part + village),
                "/publication",
                new Requests.Announcement(
                        kind,
                        village,
                        NOTICE_BOARD,
                        households.stream().map(Household::id).toList(),
                        new Township.Decision(decidedBy.body(), said.documentNo()),
                        said.assumed(),
                        said.announcedOn()));
    }

    /**
     * Adds a command to the phase that was begun last. Its key is made from what is sent, so that
     * the same command has the same key at every load, and what two townships share (their county)
     * is sent twice with one effect. Where there are personal numbers, only the path is used.
     */
    void send(String before, String stream, String after, Record body) {
        String to = before + stream + after;
        String json = JSON.writeValueAsString(body);
        String what = body instanceof Requests.Personal ? to : to + "\n" + json;
        int nth = occurrences.merge(what, 1, Integer::sum);
        // One word without hyphens: hex groups of digits alone could look like a card number.
        String key = "load" + Ids.uuid5(nth + "\n" + what).toString().replace("-", "");
        phases.getLast().lines().add(new Line(to, stream, key, json));
    }
}
