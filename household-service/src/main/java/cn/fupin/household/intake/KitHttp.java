package cn.fupin.household.intake;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Entrance;
import cn.fupin.backbone.command.Entry;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.documents.sheet.Unreadable;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A village's kit is taken away, and what was filled in comes back. */
@Component
class KitHttp {
    private static final String KIT = "kit.take";

    private final Entrance entrance;
    private final Desk desk;
    private final Facts facts;
    private final Blind blind;
    private final Register register;
    private final VillageHouseholds villages;
    private final Reads reads;
    private final Answers answers;

    KitHttp(
            Entrance entrance,
            Desk desk,
            Facts facts,
            Blind blind,
            Register register,
            VillageHouseholds villages,
            Reads reads,
            Answers answers) {
        this.entrance = entrance;
        this.desk = desk;
        this.facts = facts;
        this.blind = blind;
        this.register = register;
        this.villages = villages;
        this.reads = reads;
        this.answers = answers;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/villages/{region}/visit-kit", answers.of(KIT, this::take))
                .POST("/villages/{region}/visit-kit", answers.of(KIT, this::bring))
                .build();
    }

    private ServerResponse take(ServerRequest request, Entry entry) {
        var village = village(request, entry);
        return Answers.xlsx(
                VisitKit.file(village, villages.of(village)), "fupin-visits-" + village + ".xlsx");
    }

    private ServerResponse bring(ServerRequest request, Entry entry) throws IOException {
        var village = village(request, entry);
        return desk.kit(() -> bring(request, entry, village));
    }

    private ServerResponse bring(ServerRequest request, Entry entry, String village)
            throws IOException {
        var file = Reads.body(request, VisitKit.LIMITS.fileBytes());
        var ids =
                villages.of(village).stream()
                        .map(VillageHouseholds.Household::householdId)
                        .collect(Collectors.toSet());
        var back = new KitReturn(entrance, facts, blind, entry.actor(), ids, entry.today());
        try {
            var told = back.enter(file);
            var body = EventJson.MAPPER.createObjectNode();
            var counts = body.putObject("counts");
            for (var line : told) {
                var name = line.fate().name().toLowerCase(Locale.ROOT);
                counts.put(name, counts.path(name).asInt(0) + 1);
            }
            body.set("lines", EventJson.MAPPER.valueToTree(told));
            return Answers.json(200, body);
        } catch (Unreadable unreadable) {
            throw Answers.unreadable(unreadable);
        }
    }

    private String village(ServerRequest request, Entry entry) {
        var village = request.pathVariable("region");
        Check.region("region", village);
        reads.check(entry, KIT, village);
        if (register.isListedVillage(village)) return village;
        throw new UnknownId("region", village);
    }
}
