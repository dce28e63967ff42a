export const id = 775;
export const ids = [775];
export const modules = {

/***/ 8775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AutoScalingClient: () => (/* binding */ AutoScalingClient),
/* harmony export */   DescribeAutoScalingGroupsCommand: () => (/* binding */ DescribeAutoScalingGroupsCommand),
/* harmony export */   DescribeLaunchConfigurationsCommand: () => (/* binding */ DescribeLaunchConfigurationsCommand)
/* harmony export */ });
/* harmony import */ var _chunk_76BHTJIG_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8797);
/* harmony import */ var _chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1682);
/* harmony import */ var _chunk_XK46F2NT_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6065);
/* harmony import */ var _chunk_DHEDZPZT_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6465);
/* harmony import */ var _chunk_2QXA4F5T_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2729);
/* harmony import */ var _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2784);
/* harmony import */ var _chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2203);
/* harmony import */ var _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1655);









// node_modules/@aws-sdk/client-auto-scaling/dist-es/auth/httpAuthSchemeProvider.js
var defaultAutoScalingHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .getSmithyContext */ .ug)(context).operation,
    region: await (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeProvider */ .te)(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "autoscaling",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultAutoScalingHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = (0,_chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveAwsSdkSigV4Config */ .ho)(config);
  return Object.assign(config_0, {
    authSchemePreference: (0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .normalizeProvider */ .te)(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "autoscaling"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-auto-scaling/package.json
var package_default = {
  name: "@aws-sdk/client-auto-scaling",
  version: "3.1169.0",
  description: "AWS SDK for JavaScript Auto Scaling Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-auto-scaling",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-auto-scaling"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.981.0",
    "@aws-sdk/credential-provider-node": "^3.972.97",
    "@aws-sdk/types": "^3.975.1",
    "@smithy/core": "^3.40.0",
    "@smithy/fetch-http-handler": "^5.8.1",
    "@smithy/node-http-handler": "^4.14.2",
    "@smithy/types": "^4.20.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/endpoint/bdd.js
var k = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = { [k]: "Endpoint" };
var h = { [k]: d };
var i = {};
var j = [{ [k]: "Region" }];
var _data = {
  conditions: [
    [c, [g]],
    [c, j],
    ["aws.partition", j, d],
    [e, [{ [k]: "UseFIPS" }, b]],
    [e, [{ [k]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [h, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [h, "supportsFIPS"] }, b]],
    ["stringEquals", [{ fn: f, argv: [h, "name"] }, "aws-us-gov"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [g, i],
    ["https://autoscaling-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://autoscaling.{Region}.amazonaws.com", i],
    ["https://autoscaling-fips.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://autoscaling.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://autoscaling.{Region}.{PartitionResult#dnsSuffix}", i],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  13,
  3,
  1,
  4,
  r + 12,
  2,
  5,
  r + 12,
  3,
  8,
  6,
  4,
  7,
  r + 11,
  5,
  r + 9,
  r + 10,
  4,
  11,
  9,
  6,
  10,
  r + 8,
  7,
  r + 6,
  r + 7,
  5,
  12,
  r + 5,
  6,
  r + 4,
  r + 5,
  3,
  r + 1,
  14,
  4,
  r + 2,
  r + 3
]);
var bdd = _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .BinaryDecisionDiagram */ .d5.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-auto-scaling/dist-es/endpoint/endpointResolver.js
var cache = new _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .EndpointCache */ .kS({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .decideEndpoint */ .cH)(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .customEndpointFunctions */ .mw.aws = _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .awsEndpointFunctions */ .UF;

// node_modules/@aws-sdk/client-auto-scaling/dist-es/models/AutoScalingServiceException.js
var AutoScalingServiceException = class _AutoScalingServiceException extends _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .ServiceException */ .TJ {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.autoscaling#AutoScalingServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _AutoScalingServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/models/errors.js
var ActiveInstanceRefreshNotFoundFault = class _ActiveInstanceRefreshNotFoundFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#ActiveInstanceRefreshNotFoundFault";
  name = "ActiveInstanceRefreshNotFoundFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ActiveInstanceRefreshNotFoundFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ActiveInstanceRefreshNotFoundFault.prototype);
  }
};
var AlreadyExistsFault = class _AlreadyExistsFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#AlreadyExistsFault";
  name = "AlreadyExistsFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "AlreadyExistsFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _AlreadyExistsFault.prototype);
  }
};
var ResourceContentionFault = class _ResourceContentionFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#ResourceContentionFault";
  name = "ResourceContentionFault";
  $fault = "server";
  constructor(opts) {
    super({
      name: "ResourceContentionFault",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceContentionFault.prototype);
  }
};
var ServiceLinkedRoleFailure = class _ServiceLinkedRoleFailure extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#ServiceLinkedRoleFailure";
  name = "ServiceLinkedRoleFailure";
  $fault = "server";
  constructor(opts) {
    super({
      name: "ServiceLinkedRoleFailure",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceLinkedRoleFailure.prototype);
  }
};
var InstanceRefreshInProgressFault = class _InstanceRefreshInProgressFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#InstanceRefreshInProgressFault";
  name = "InstanceRefreshInProgressFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InstanceRefreshInProgressFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InstanceRefreshInProgressFault.prototype);
  }
};
var LimitExceededFault = class _LimitExceededFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#LimitExceededFault";
  name = "LimitExceededFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "LimitExceededFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LimitExceededFault.prototype);
  }
};
var ResourceInUseFault = class _ResourceInUseFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#ResourceInUseFault";
  name = "ResourceInUseFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceInUseFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceInUseFault.prototype);
  }
};
var ScalingActivityInProgressFault = class _ScalingActivityInProgressFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#ScalingActivityInProgressFault";
  name = "ScalingActivityInProgressFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ScalingActivityInProgressFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ScalingActivityInProgressFault.prototype);
  }
};
var InvalidNextToken = class _InvalidNextToken extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#InvalidNextToken";
  name = "InvalidNextToken";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidNextToken",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidNextToken.prototype);
  }
};
var IdempotentCallInProgressFault = class _IdempotentCallInProgressFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#IdempotentCallInProgressFault";
  name = "IdempotentCallInProgressFault";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "IdempotentCallInProgressFault",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _IdempotentCallInProgressFault.prototype);
    this.Message = opts.Message;
  }
};
var IdempotentParameterMismatchError = class _IdempotentParameterMismatchError extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#IdempotentParameterMismatchError";
  name = "IdempotentParameterMismatchError";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "IdempotentParameterMismatchError",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _IdempotentParameterMismatchError.prototype);
    this.Message = opts.Message;
  }
};
var IrreversibleInstanceRefreshFault = class _IrreversibleInstanceRefreshFault extends AutoScalingServiceException {
  static shapeId = "com.amazonaws.autoscaling#IrreversibleInstanceRefreshFault";
  name = "IrreversibleInstanceRefreshFault";
  $fault = "client";
  constructor(opts) {
    super({
      name: "IrreversibleInstanceRefreshFault",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _IrreversibleInstanceRefreshFault.prototype);
  }
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/schemas/schemas_0.js
var _AC = "AcceleratorCount";
var _ACR = "AcceleratorCountRequest";
var _AEF = "AlreadyExistsFault";
var _AIRNFF = "ActiveInstanceRefreshNotFoundFault";
var _AIT = "AllowedInstanceTypes";
var _AM = "AcceleratorManufacturers";
var _ANc = "AcceleratorNames";
var _APIA = "AssociatePublicIpAddress";
var _ASG = "AutoScalingGroup";
var _ASGARN = "AutoScalingGroupARN";
var _ASGN = "AutoScalingGroupName";
var _ASGNT = "AutoScalingGroupNamesType";
var _ASGNu = "AutoScalingGroupNames";
var _ASGT = "AutoScalingGroupsType";
var _ASGu = "AutoScalingGroups";
var _ATMMB = "AcceleratorTotalMemoryMiB";
var _ATMMBR = "AcceleratorTotalMemoryMiBRequest";
var _ATcc = "AcceleratorTypes";
var _AZ = "AvailabilityZones";
var _AZD = "AvailabilityZoneDistribution";
var _AZI = "AvailabilityZoneIds";
var _AZIP = "AvailabilityZoneImpairmentPolicy";
var _AZIv = "AvailabilityZoneId";
var _AZv = "AvailabilityZone";
var _BDM = "BlockDeviceMapping";
var _BDMl = "BlockDeviceMappings";
var _BEBM = "BaselineEbsBandwidthMbps";
var _BEBMR = "BaselineEbsBandwidthMbpsRequest";
var _BM = "BareMetal";
var _BP = "BurstablePerformance";
var _BPF = "BaselinePerformanceFactors";
var _BPFR = "BaselinePerformanceFactorsRequest";
var _CDS = "CapacityDistributionStrategy";
var _CLVPCI = "ClassicLinkVPCId";
var _CLVPCSG = "ClassicLinkVPCSecurityGroups";
var _CM = "CpuManufacturers";
var _CPFR = "CpuPerformanceFactorRequest";
var _CR = "CapacityRebalance";
var _CRI = "CapacityReservationIds";
var _CRP = "CapacityReservationPreference";
var _CRRGA = "CapacityReservationResourceGroupArns";
var _CRS = "CapacityReservationSpecification";
var _CRT = "CapacityReservationTarget";
var _CT = "CreatedTime";
var _Co = "Context";
var _Cp = "Cpu";
var _DASGe = "DescribeAutoScalingGroups";
var _DC = "DesiredCapacity";
var _DCT = "DesiredCapacityType";
var _DCe = "DefaultCooldown";
var _DIW = "DefaultInstanceWarmup";
var _DLCe = "DescribeLaunchConfigurations";
var _DN = "DeviceName";
var _DOT = "DeleteOnTermination";
var _DP = "DeletionProtection";
var _DS = "DistributionSegment";
var _DSi = "DistributionSegments";
var _E = "Ebs";
var _EIT = "ExcludedInstanceTypes";
var _EM = "EnabledMetrics";
var _EMn = "EnabledMetric";
var _EO = "EbsOptimized";
var _En = "Encrypted";
var _Ena = "Enabled";
var _F = "Filters";
var _Fi = "Filter";
var _Gr = "Granularity";
var _HCGP = "HealthCheckGracePeriod";
var _HCT = "HealthCheckType";
var _HE = "HttpEndpoint";
var _HPRHL = "HttpPutResponseHopLimit";
var _HS = "HealthStatus";
var _HT = "HttpTokens";
var _I = "Instances";
var _ICIPF = "IdempotentCallInProgressFault";
var _ID = "InstancesDistribution";
var _IF = "InstanceFamily";
var _IG = "InstanceGenerations";
var _IIP = "IamInstanceProfile";
var _IIRF = "IrreversibleInstanceRefreshFault";
var _IIm = "ImageId";
var _IIn = "IncludeInstances";
var _IIns = "InstanceId";
var _ILP = "InstanceLifecyclePolicy";
var _IM = "InstanceMonitoring";
var _IMO = "InstanceMetadataOptions";
var _IMP = "InstanceMaintenancePolicy";
var _IMR = "IncludeManagedResources";
var _INT = "InvalidNextToken";
var _IPME = "IdempotentParameterMismatchError";
var _IRIPF = "InstanceRefreshInProgressFault";
var _IRP = "InstanceReusePolicy";
var _IRns = "InstanceRequirements";
var _IT = "InstanceType";
var _IZHCB = "ImpairedZoneHealthCheckBehavior";
var _Ide = "Identifier";
var _In = "Instance";
var _Io = "Iops";
var _K = "Key";
var _KI = "KernelId";
var _KN = "KeyName";
var _LBN = "LoadBalancerNames";
var _LC = "LaunchConfiguration";
var _LCARN = "LaunchConfigurationARN";
var _LCN = "LaunchConfigurationName";
var _LCNT = "LaunchConfigurationNamesType";
var _LCNa = "LaunchConfigurationNames";
var _LCT = "LaunchConfigurationsType";
var _LCa = "LaunchConfigurations";
var _LEF = "LimitExceededFault";
var _LS = "LifecycleState";
var _LST = "LocalStorageTypes";
var _LSo = "LocalStorage";
var _LT = "LaunchTemplate";
var _LTI = "LaunchTemplateId";
var _LTN = "LaunchTemplateName";
var _LTO = "LaunchTemplateOverrides";
var _LTS = "LaunchTemplateSpecification";
var _M = "Message";
var _MGBPVC = "MemoryGiBPerVCpu";
var _MGBPVCR = "MemoryGiBPerVCpuRequest";
var _MGPC = "MaxGroupPreparedCapacity";
var _MHP = "MinHealthyPercentage";
var _MHPa = "MaxHealthyPercentage";
var _MIL = "MaxInstanceLifetime";
var _MIP = "MixedInstancesPolicy";
var _MMB = "MemoryMiB";
var _MMBR = "MemoryMiBRequest";
var _MO = "MetadataOptions";
var _MR = "MaxRecords";
var _MS = "MinSize";
var _MSPAPOOODP = "MaxSpotPriceAsPercentageOfOptimalOnDemandPrice";
var _MSa = "MaxSize";
var _Ma = "Max";
var _Met = "Metric";
var _Mi = "Min";
var _N = "Name";
var _NBG = "NetworkBandwidthGbps";
var _NBGR = "NetworkBandwidthGbpsRequest";
var _ND = "NoDevice";
var _NIC = "NetworkInterfaceCount";
var _NICR = "NetworkInterfaceCountRequest";
var _NIPFSI = "NewInstancesProtectedFromScaleIn";
var _NT = "NextToken";
var _O = "Operator";
var _ODAS = "OnDemandAllocationStrategy";
var _ODBC = "OnDemandBaseCapacity";
var _ODMPPOLP = "OnDemandMaxPricePercentageOverLowestPrice";
var _ODPABC = "OnDemandPercentageAboveBaseCapacity";
var _Ov = "Overrides";
var _PAL = "PropagateAtLaunch";
var _PC = "PredictedCapacity";
var _PFRR = "PerformanceFactorReferenceRequest";
var _PFRSR = "PerformanceFactorReferenceSetRequest";
var _PFSI = "ProtectedFromScaleIn";
var _PG = "PlacementGroup";
var _PNr = "ProcessName";
var _PS = "PoolState";
var _PT = "PlacementTenancy";
var _Pri = "Principal";
var _R = "References";
var _RCF = "ResourceContentionFault";
var _RHS = "RequireHibernateSupport";
var _RI = "RamdiskId";
var _RIUF = "ResourceInUseFault";
var _RIe = "ResourceId";
var _ROSI = "ReuseOnScaleIn";
var _RT = "RetentionTriggers";
var _RTe = "ResourceType";
var _Re = "Reference";
var _S = "Status";
var _SAIPF = "ScalingActivityInProgressFault";
var _SAS = "SpotAllocationStrategy";
var _SG = "SecurityGroups";
var _SI = "SnapshotId";
var _SIP = "SpotInstancePools";
var _SLRARN = "ServiceLinkedRoleARN";
var _SLRF = "ServiceLinkedRoleFailure";
var _SMP = "SpotMaxPrice";
var _SMPPOLP = "SpotMaxPricePercentageOverLowestPrice";
var _SP = "SuspendedProcesses";
var _SPp = "SpotPrice";
var _SPu = "SuspendedProcess";
var _SRu = "SuspensionReason";
var _T = "Tags";
var _TCT = "TargetCapacityTypes";
var _TD = "TagDescription";
var _TDL = "TagDescriptionList";
var _TGARN = "TargetGroupARNs";
var _THA = "TerminateHookAbandon";
var _TLSGB = "TotalLocalStorageGB";
var _TLSGBR = "TotalLocalStorageGBRequest";
var _TP = "TerminationPolicies";
var _TS = "TrafficSources";
var _TSI = "TrafficSourceIdentifier";
var _Th = "Throughput";
var _Ty = "Type";
var _UD = "UserData";
var _V = "Value";
var _VCC = "VCpuCount";
var _VCCR = "VCpuCountRequest";
var _VN = "VirtualName";
var _VPCZI = "VPCZoneIdentifier";
var _VS = "VolumeSize";
var _VT = "VolumeType";
var _Va = "Values";
var _Ve = "Version";
var _WC = "WeightedCapacity";
var _WPC = "WarmPoolConfiguration";
var _WPS = "WarmPoolSize";
var _ZSE = "ZonalShiftEnabled";
var _aQE = "awsQueryError";
var _c = "client";
var _e = "error";
var _hE = "httpError";
var _i = "item";
var _m = "message";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.autoscaling";
var _se = "server";
var _xN = "xmlName";
var n0 = "com.amazonaws.autoscaling";
var _s_registry = new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .TypeRegistry */ .OF(_s);
var AutoScalingServiceException$ = /* @__PURE__ */ (() => [-3, _s, "AutoScalingServiceException", 0, [], []])();
_s_registry.registerError(AutoScalingServiceException$, AutoScalingServiceException);
var n0_registry = new _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .TypeRegistry */ .OF(n0);
var ActiveInstanceRefreshNotFoundFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _AIRNFF,
  { [_aQE]: [`ActiveInstanceRefreshNotFound`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
])();
n0_registry.registerError(ActiveInstanceRefreshNotFoundFault$, ActiveInstanceRefreshNotFoundFault);
var AlreadyExistsFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _AEF,
  { [_aQE]: [`AlreadyExists`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
])();
n0_registry.registerError(AlreadyExistsFault$, AlreadyExistsFault);
var IdempotentCallInProgressFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _ICIPF,
  { [_aQE]: [`IdempotentCallInProgress`, 500], [_e]: _se, [_hE]: 500 },
  [_M],
  [0]
])();
n0_registry.registerError(IdempotentCallInProgressFault$, IdempotentCallInProgressFault);
var IdempotentParameterMismatchError$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _IPME,
  { [_aQE]: [`IdempotentParameterMismatch`, 400], [_e]: _c, [_hE]: 400 },
  [_M],
  [0]
])();
n0_registry.registerError(IdempotentParameterMismatchError$, IdempotentParameterMismatchError);
var InstanceRefreshInProgressFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _IRIPF,
  { [_aQE]: [`InstanceRefreshInProgress`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
])();
n0_registry.registerError(InstanceRefreshInProgressFault$, InstanceRefreshInProgressFault);
var InvalidNextToken$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _INT,
  { [_aQE]: [`InvalidNextToken`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
])();
n0_registry.registerError(InvalidNextToken$, InvalidNextToken);
var IrreversibleInstanceRefreshFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _IIRF,
  { [_aQE]: [`IrreversibleInstanceRefresh`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
])();
n0_registry.registerError(IrreversibleInstanceRefreshFault$, IrreversibleInstanceRefreshFault);
var LimitExceededFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _LEF,
  { [_aQE]: [`LimitExceeded`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
])();
n0_registry.registerError(LimitExceededFault$, LimitExceededFault);
var ResourceContentionFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _RCF,
  { [_aQE]: [`ResourceContention`, 500], [_e]: _se, [_hE]: 500 },
  [_m],
  [0]
])();
n0_registry.registerError(ResourceContentionFault$, ResourceContentionFault);
var ResourceInUseFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _RIUF,
  { [_aQE]: [`ResourceInUse`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
])();
n0_registry.registerError(ResourceInUseFault$, ResourceInUseFault);
var ScalingActivityInProgressFault$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _SAIPF,
  { [_aQE]: [`ScalingActivityInProgress`, 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
])();
n0_registry.registerError(ScalingActivityInProgressFault$, ScalingActivityInProgressFault);
var ServiceLinkedRoleFailure$ = /* @__PURE__ */ (() => [
  -3,
  n0,
  _SLRF,
  { [_aQE]: [`ServiceLinkedRoleFailure`, 500], [_e]: _se, [_hE]: 500 },
  [_m],
  [0]
])();
n0_registry.registerError(ServiceLinkedRoleFailure$, ServiceLinkedRoleFailure);
var errorTypeRegistries = /* @__PURE__ */ (() => [
  _s_registry,
  n0_registry
])();
var AcceleratorCountRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ACR,
  0,
  [_Mi, _Ma],
  [1, 1]
])();
var AcceleratorTotalMemoryMiBRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ATMMBR,
  0,
  [_Mi, _Ma],
  [1, 1]
])();
var AutoScalingGroup$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ASG,
  0,
  [_ASGN, _MS, _MSa, _DC, _DCe, _AZ, _HCT, _CT, _ASGARN, _LCN, _LT, _MIP, _PC, _AZI, _LBN, _TGARN, _HCGP, _I, _SP, _PG, _VPCZI, _EM, _S, _T, _TP, _NIPFSI, _SLRARN, _MIL, _CR, _WPC, _WPS, _Co, _DCT, _DIW, _TS, _IMP, _DP, _AZD, _AZIP, _CRS, _ILP, _O],
  [0, 1, 1, 1, 1, 64 | 0, 0, 4, 0, 0, () => LaunchTemplateSpecification$, [() => MixedInstancesPolicy$, 0], 1, 64 | 0, 64 | 0, 64 | 0, 1, () => Instances, () => SuspendedProcesses, 0, 0, () => EnabledMetrics, 0, () => TagDescriptionList, 64 | 0, 2, 0, 1, 2, () => WarmPoolConfiguration$, 1, 0, 0, 1, () => TrafficSources, () => InstanceMaintenancePolicy$, 0, () => AvailabilityZoneDistribution$, () => AvailabilityZoneImpairmentPolicy$, () => CapacityReservationSpecification$, () => InstanceLifecyclePolicy$, () => Operator$],
  8
])();
var AutoScalingGroupNamesType$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ASGNT,
  0,
  [_ASGNu, _IIn, _IMR, _NT, _MR, _F],
  [64 | 0, 2, 2, 0, 1, () => Filters]
])();
var AutoScalingGroupsType$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ASGT,
  0,
  [_ASGu, _NT],
  [[() => AutoScalingGroups, 0], 0],
  1
])();
var AvailabilityZoneDistribution$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _AZD,
  0,
  [_CDS],
  [0]
])();
var AvailabilityZoneImpairmentPolicy$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _AZIP,
  0,
  [_ZSE, _IZHCB],
  [2, 0]
])();
var BaselineEbsBandwidthMbpsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BEBMR,
  0,
  [_Mi, _Ma],
  [1, 1]
])();
var BaselinePerformanceFactorsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BPFR,
  0,
  [_Cp],
  [[() => CpuPerformanceFactorRequest$, 0]]
])();
var BlockDeviceMapping$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _BDM,
  0,
  [_DN, _VN, _E, _ND],
  [0, 0, () => Ebs$, 2],
  1
])();
var CapacityReservationSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CRS,
  0,
  [_CRP, _CRT],
  [0, () => CapacityReservationTarget$]
])();
var CapacityReservationTarget$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CRT,
  0,
  [_CRI, _CRRGA],
  [64 | 0, 64 | 0]
])();
var CpuPerformanceFactorRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _CPFR,
  0,
  [_R],
  [[() => PerformanceFactorReferenceSetRequest, { [_xN]: _Re }]]
])();
var DistributionSegment$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _DS,
  0,
  [_TCT],
  [64 | 0]
])();
var Ebs$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _E,
  0,
  [_SI, _VS, _VT, _DOT, _Io, _En, _Th],
  [0, 1, 0, 2, 1, 2, 1]
])();
var EnabledMetric$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _EMn,
  0,
  [_Met, _Gr],
  [0, 0]
])();
var Filter$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _Fi,
  0,
  [_N, _Va],
  [0, 64 | 0]
])();
var Instance$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _In,
  0,
  [_IIns, _AZv, _LS, _HS, _PFSI, _IT, _AZIv, _LCN, _LT, _IIm, _WC],
  [0, 0, 0, 0, 2, 0, 0, 0, () => LaunchTemplateSpecification$, 0, 0],
  5
])();
var InstanceLifecyclePolicy$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ILP,
  0,
  [_RT],
  [() => RetentionTriggers$]
])();
var InstanceMaintenancePolicy$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMP,
  0,
  [_MHP, _MHPa],
  [1, 1]
])();
var InstanceMetadataOptions$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IMO,
  0,
  [_HT, _HPRHL, _HE],
  [0, 1, 0]
])();
var InstanceMonitoring$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IM,
  0,
  [_Ena],
  [2]
])();
var InstanceRequirements$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IRns,
  0,
  [_VCC, _MMB, _CM, _MGBPVC, _EIT, _IG, _SMPPOLP, _MSPAPOOODP, _ODMPPOLP, _BM, _BP, _RHS, _NIC, _LSo, _LST, _TLSGB, _BEBM, _ATcc, _AC, _AM, _ANc, _ATMMB, _NBG, _AIT, _BPF],
  [() => VCpuCountRequest$, () => MemoryMiBRequest$, 64 | 0, () => MemoryGiBPerVCpuRequest$, 64 | 0, 64 | 0, 1, 1, 1, 0, 0, 2, () => NetworkInterfaceCountRequest$, 0, 64 | 0, () => TotalLocalStorageGBRequest$, () => BaselineEbsBandwidthMbpsRequest$, 64 | 0, () => AcceleratorCountRequest$, 64 | 0, 64 | 0, () => AcceleratorTotalMemoryMiBRequest$, () => NetworkBandwidthGbpsRequest$, 64 | 0, [() => BaselinePerformanceFactorsRequest$, 0]],
  2
])();
var InstanceReusePolicy$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _IRP,
  0,
  [_ROSI],
  [2]
])();
var InstancesDistribution$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _ID,
  0,
  [_ODAS, _ODBC, _ODPABC, _SAS, _SIP, _SMP, _DSi],
  [0, 1, 1, 0, 1, 0, () => DistributionSegments]
])();
var LaunchConfiguration$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LC,
  0,
  [_LCN, _IIm, _IT, _CT, _LCARN, _KN, _SG, _CLVPCI, _CLVPCSG, _UD, _KI, _RI, _BDMl, _IM, _SPp, _IIP, _EO, _APIA, _PT, _MO],
  [0, 0, 0, 4, 0, 0, 64 | 0, 0, 64 | 0, 0, 0, 0, () => BlockDeviceMappings, () => InstanceMonitoring$, 0, 0, 2, 2, 0, () => InstanceMetadataOptions$],
  4
])();
var LaunchConfigurationNamesType$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LCNT,
  0,
  [_LCNa, _NT, _MR],
  [64 | 0, 0, 1]
])();
var LaunchConfigurationsType$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LCT,
  0,
  [_LCa, _NT],
  [() => LaunchConfigurations, 0],
  1
])();
var LaunchTemplate$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LT,
  0,
  [_LTS, _Ov],
  [() => LaunchTemplateSpecification$, [() => Overrides, 0]]
])();
var LaunchTemplateOverrides$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTO,
  0,
  [_IT, _WC, _LTS, _IRns, _IIm],
  [0, 0, () => LaunchTemplateSpecification$, [() => InstanceRequirements$, 0], 0]
])();
var LaunchTemplateSpecification$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _LTS,
  0,
  [_LTI, _LTN, _Ve],
  [0, 0, 0]
])();
var MemoryGiBPerVCpuRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MGBPVCR,
  0,
  [_Mi, _Ma],
  [1, 1]
])();
var MemoryMiBRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MMBR,
  0,
  [_Mi, _Ma],
  [1, 1],
  1
])();
var MixedInstancesPolicy$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _MIP,
  0,
  [_LT, _ID],
  [[() => LaunchTemplate$, 0], () => InstancesDistribution$]
])();
var NetworkBandwidthGbpsRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NBGR,
  0,
  [_Mi, _Ma],
  [1, 1]
])();
var NetworkInterfaceCountRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _NICR,
  0,
  [_Mi, _Ma],
  [1, 1]
])();
var Operator$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _O,
  0,
  [_Pri],
  [0],
  1
])();
var PerformanceFactorReferenceRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _PFRR,
  0,
  [_IF],
  [0]
])();
var RetentionTriggers$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _RT,
  0,
  [_THA],
  [0]
])();
var SuspendedProcess$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _SPu,
  0,
  [_PNr, _SRu],
  [0, 0]
])();
var TagDescription$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TD,
  0,
  [_RIe, _RTe, _K, _V, _PAL],
  [0, 0, 0, 0, 2]
])();
var TotalLocalStorageGBRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TLSGBR,
  0,
  [_Mi, _Ma],
  [1, 1]
])();
var TrafficSourceIdentifier$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _TSI,
  0,
  [_Ide, _Ty],
  [0, 0],
  1
])();
var VCpuCountRequest$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _VCCR,
  0,
  [_Mi, _Ma],
  [1, 1],
  1
])();
var WarmPoolConfiguration$ = /* @__PURE__ */ (() => [
  3,
  n0,
  _WPC,
  0,
  [_MGPC, _MS, _PS, _S, _IRP],
  [1, 1, 0, 0, () => InstanceReusePolicy$]
])();
var AcceleratorManufacturers = (/* unused pure expression or super */ null && (64 | 0));
var AcceleratorNames = (/* unused pure expression or super */ null && (64 | 0));
var AcceleratorTypes = (/* unused pure expression or super */ null && (64 | 0));
var ActivityIds = (/* unused pure expression or super */ null && (64 | 0));
var AlarmList = (/* unused pure expression or super */ null && (64 | 0));
var AllowedInstanceTypes = (/* unused pure expression or super */ null && (64 | 0));
var AutoScalingGroupNames = (/* unused pure expression or super */ null && (64 | 0));
var AutoScalingGroups = /* @__PURE__ */ (() => [
  1,
  n0,
  _ASGu,
  0,
  [
    () => AutoScalingGroup$,
    0
  ]
])();
var AutoScalingNotificationTypes = (/* unused pure expression or super */ null && (64 | 0));
var AvailabilityZoneIds = (/* unused pure expression or super */ null && (64 | 0));
var AvailabilityZoneIdsLimit1 = (/* unused pure expression or super */ null && (64 | 0));
var AvailabilityZones = (/* unused pure expression or super */ null && (64 | 0));
var AvailabilityZonesLimit1 = (/* unused pure expression or super */ null && (64 | 0));
var BlockDeviceMappings = /* @__PURE__ */ (() => [
  1,
  n0,
  _BDMl,
  0,
  () => BlockDeviceMapping$
])();
var CapacityReservationIds = (/* unused pure expression or super */ null && (64 | 0));
var CapacityReservationResourceGroupArns = (/* unused pure expression or super */ null && (64 | 0));
var CheckpointPercentages = (/* unused pure expression or super */ null && (64 | 1));
var ClassicLinkVPCSecurityGroups = (/* unused pure expression or super */ null && (64 | 0));
var CpuManufacturers = (/* unused pure expression or super */ null && (64 | 0));
var DistributionSegments = /* @__PURE__ */ (() => [
  1,
  n0,
  _DSi,
  0,
  () => DistributionSegment$
])();
var EnabledMetrics = /* @__PURE__ */ (() => [
  1,
  n0,
  _EM,
  0,
  () => EnabledMetric$
])();
var ExcludedInstanceTypes = (/* unused pure expression or super */ null && (64 | 0));
var Filters = /* @__PURE__ */ (() => [
  1,
  n0,
  _F,
  0,
  () => Filter$
])();
var InstanceGenerations = (/* unused pure expression or super */ null && (64 | 0));
var InstanceIds = (/* unused pure expression or super */ null && (64 | 0));
var InstanceRefreshIds = (/* unused pure expression or super */ null && (64 | 0));
var Instances = /* @__PURE__ */ (() => [
  1,
  n0,
  _I,
  0,
  () => Instance$
])();
var LaunchConfigurationNames = (/* unused pure expression or super */ null && (64 | 0));
var LaunchConfigurations = /* @__PURE__ */ (() => [
  1,
  n0,
  _LCa,
  0,
  () => LaunchConfiguration$
])();
var LifecycleHookNames = (/* unused pure expression or super */ null && (64 | 0));
var LoadBalancerNames = (/* unused pure expression or super */ null && (64 | 0));
var LocalStorageTypes = (/* unused pure expression or super */ null && (64 | 0));
var Metrics = (/* unused pure expression or super */ null && (64 | 0));
var Overrides = /* @__PURE__ */ (() => [
  1,
  n0,
  _Ov,
  0,
  [
    () => LaunchTemplateOverrides$,
    0
  ]
])();
var PerformanceFactorReferenceSetRequest = /* @__PURE__ */ (() => [
  1,
  n0,
  _PFRSR,
  0,
  [
    () => PerformanceFactorReferenceRequest$,
    { [_xN]: _i }
  ]
])();
var PolicyNames = (/* unused pure expression or super */ null && (64 | 0));
var PolicyTypes = (/* unused pure expression or super */ null && (64 | 0));
var PredictiveScalingForecastTimestamps = (/* unused pure expression or super */ null && (64 | 4));
var PredictiveScalingForecastValues = (/* unused pure expression or super */ null && (64 | 1));
var ProcessNames = (/* unused pure expression or super */ null && (64 | 0));
var ScheduledActionNames = (/* unused pure expression or super */ null && (64 | 0));
var SecurityGroups = (/* unused pure expression or super */ null && (64 | 0));
var SubnetIdsLimit1 = (/* unused pure expression or super */ null && (64 | 0));
var SuspendedProcesses = /* @__PURE__ */ (() => [
  1,
  n0,
  _SP,
  0,
  () => SuspendedProcess$
])();
var TagDescriptionList = /* @__PURE__ */ (() => [
  1,
  n0,
  _TDL,
  0,
  () => TagDescription$
])();
var TargetCapacityTypes = (/* unused pure expression or super */ null && (64 | 0));
var TargetGroupARNs = (/* unused pure expression or super */ null && (64 | 0));
var TerminationInstanceIds = (/* unused pure expression or super */ null && (64 | 0));
var TerminationPolicies = (/* unused pure expression or super */ null && (64 | 0));
var TrafficSources = /* @__PURE__ */ (() => [
  1,
  n0,
  _TS,
  0,
  () => TrafficSourceIdentifier$
])();
var Values = (/* unused pure expression or super */ null && (64 | 0));
var DescribeAutoScalingGroups$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DASGe,
  0,
  () => AutoScalingGroupNamesType$,
  () => AutoScalingGroupsType$
])();
var DescribeLaunchConfigurations$ = /* @__PURE__ */ (() => [
  9,
  n0,
  _DLCe,
  0,
  () => LaunchConfigurationNamesType$,
  () => LaunchConfigurationsType$
])();

// node_modules/@aws-sdk/client-auto-scaling/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2011-01-01",
    base64Decoder: config?.base64Decoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .fromBase64 */ .Ey,
    base64Encoder: config?.base64Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .toBase64 */ .nk,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultAutoScalingHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new _chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsSdkSigV4Signer */ .f2()
      }
    ],
    logger: config?.logger ?? new _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .NoOpLogger */ .N4(),
    protocol: config?.protocol ?? _chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsQueryProtocol */ .kE,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.autoscaling",
      errorTypeRegistries,
      xmlNamespace: "http://autoscaling.amazonaws.com/doc/2011-01-01/",
      version: "2011-01-01",
      serviceTarget: "AutoScaling_2011_01_01"
    },
    serviceId: config?.serviceId ?? "Auto Scaling",
    sha256: config?.sha256 ?? _chunk_DHEDZPZT_js__WEBPACK_IMPORTED_MODULE_3__/* .Sha256Node */ .T,
    urlParser: config?.urlParser ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .parseUrl */ .Dl,
    utf8Decoder: config?.utf8Decoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .fromUtf8 */ .ar,
    utf8Encoder: config?.utf8Encoder ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .toUtf8 */ .Pq
  };
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .emitWarningIfUnsupportedVersion2 */ .o_)(process.version);
  const defaultsMode = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveDefaultsModeConfig */ .IZ)(config);
  const defaultConfigProvider = () => defaultsMode().then(_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .loadConfigsForDefaultMode */ .lT);
  const clientSharedValues = getRuntimeConfig(config);
  (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .emitWarningIfUnsupportedVersion */ .I9)(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_RCW3B5D6_js__WEBPACK_IMPORTED_MODULE_1__/* .NODE_AUTH_SCHEME_PREFERENCE_OPTIONS */ .$S, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .calculateBodyLength */ .n8,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? _chunk_76BHTJIG_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultProvider */ .v,
    defaultSocketTimeout: (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getDefaultSocketTimeout */ .ED)(config?.requestHandler, 9e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .createDefaultUserAgentProvider */ .pf)({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .NODE_MAX_ATTEMPT_CONFIG_OPTIONS */ .qs, config),
    region: config?.region ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .NODE_REGION_CONFIG_OPTIONS */ .GG, { ..._chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .NODE_REGION_CONFIG_FILE_OPTIONS */ .zH, ...loaderConfig }),
    requestHandler: _chunk_XK46F2NT_js__WEBPACK_IMPORTED_MODULE_2__/* .NodeHttpHandler */ .$.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)({
      ..._chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .NODE_RETRY_MODE_CONFIG_OPTIONS */ .kN,
      default: async () => (await defaultConfigProvider()).retryMode || _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_RETRY_MODE */ .L0
    }, config),
    streamCollector: config?.streamCollector ?? _chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .streamCollector */ .kv,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS */ .e$, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS */ .Ko, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .loadConfig */ .Z9)(_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .NODE_APP_ID_CONFIG_OPTIONS */ .hV, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getAwsRegionExtensionConfiguration */ .Rq)(runtimeConfig), (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getDefaultExtensionConfiguration */ .xA)(runtimeConfig), (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .getHttpHandlerExtensionConfiguration */ .eS)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveAwsRegionExtensionConfiguration */ .$3)(extensionConfiguration), (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveDefaultRuntimeConfig */ .uv)(extensionConfiguration), (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveHttpHandlerRuntimeConfig */ .jt)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/AutoScalingClient.js
var AutoScalingClient = class extends _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .Client */ .Kj {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveUserAgentConfig */ .Dc)(_config_1);
    const _config_3 = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveRetryConfig */ .$z)(_config_2);
    const _config_4 = (0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .resolveRegionConfig */ .TD)(_config_3);
    const _config_5 = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveHostHeaderConfig */ .OV)(_config_4);
    const _config_6 = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveEndpointConfig */ .Co)(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use((0,_chunk_SKP3LBJD_js__WEBPACK_IMPORTED_MODULE_7__/* .getSchemaSerdePlugin */ .wq)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getUserAgentPlugin */ .sM)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getRetryPlugin */ .ey)(this.config));
    this.middlewareStack.use((0,_chunk_DBA3PRXE_js__WEBPACK_IMPORTED_MODULE_6__/* .getContentLengthPlugin */ .vK)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getHostHeaderPlugin */ .TC)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getLoggerPlugin */ .Y7)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getRecursionDetectionPlugin */ .n4)(this.config));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getHttpAuthSchemeEndpointRuleSetPlugin */ .wB)(this.config, {
      httpAuthSchemeParametersProvider: defaultAutoScalingHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .DefaultIdentityProviderConfig */ .h$({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use((0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getHttpSigningPlugin */ .lW)(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/commandBuilder.js
var command = (0,_chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .makeBuilder */ .k8)(commonParams, "AutoScaling_2011_01_01", "AutoScalingClient", _chunk_TDFAYL4L_js__WEBPACK_IMPORTED_MODULE_5__/* .getEndpointPlugin */ .rD);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeAutoScalingGroupsCommand.js
var DescribeAutoScalingGroupsCommand = class extends command(_ep0, _mw0, "DescribeAutoScalingGroups", DescribeAutoScalingGroups$) {
};

// node_modules/@aws-sdk/client-auto-scaling/dist-es/commands/DescribeLaunchConfigurationsCommand.js
var DescribeLaunchConfigurationsCommand = class extends command(_ep0, _mw0, "DescribeLaunchConfigurations", DescribeLaunchConfigurations$) {
};



/***/ })

};
