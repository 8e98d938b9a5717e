package cn.fupin.backbone.command;

import java.util.List;

/** The commands of one capability at the door. */
public record Endpoints(List<Endpoint<?>> all) {
    public static Endpoints of(Endpoint<?>... endpoints) {
        return new Endpoints(List.of(endpoints));
    }
}
