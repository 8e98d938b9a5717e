package cn.fupin.household.batch;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.batch.BatchCommand.*;
import cn.fupin.household.region.Regions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BatchApi {
    @Bean
    Endpoints batchEndpoints(Regions regions) {
        return Endpoints.of(
                Endpoint.post(
                        "/batches/{batchId}/opening",
                        OpenBatch.Asked.class,
                        OpenBatch.class,
                        (asked, _) ->
                                new OpenBatch(asked, regions.isListedVillage(asked.region()))),
                Endpoint.post("/batches/{batchId}/closing", CloseBatch.class));
    }
}
